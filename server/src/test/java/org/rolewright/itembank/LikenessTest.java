package org.rolewright.itembank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rolewright.study.StudyId;

/** The search for near duplicates in a bank of more than a thousand items. */
class LikenessTest {
  private static final double LEAST = 0.45;
  private static final String STEM =
      "Which question should a worker ask first when a family says that it cannot pay for insulin";
  private static TestBank bank;
  private static StudyId study;

  /** 1,200 items of 60 made-up words each, and one of which every 100th repeats the most. */
  @BeforeAll
  static void start() {
    bank = new TestBank();
    study = bank.study();
    var first = bank.create(bank.writer, bank.draft()).get("id").asText();
    bank.execute(
        """
        create temporary table copies as
          select n, gen_random_uuid() item_id, gen_random_uuid() version_id from generate_series(1, 1200) n;
        insert into itembank.item (id, study_id, code, created_at)
          select item_id, '%1$s', 'C' || n, now() from copies;
        insert into itembank.item_version (id, item_id, number, blueprint_id, task_id, domain_id, level, content,
            plain, author, written_at, changed_by, changed_at, reason)
          select c.version_id, c.item_id, 1, v.blueprint_id, v.task_id, v.domain_id, v.level, v.content,
            case when n %% 100 = 0 then '%2$s ' || n
              else (select string_agg(substr(md5(n || ' ' || w), 1, 2 + (n + w) %% 9), ' ') from generate_series(1, 60) w)
            end,
            'a test', now(), 'a test', now(), ''
          from copies c, itembank.item_version v where v.id = '%3$s';
        insert into itembank.version_ksa (version_id, blueprint_id, task_id, ksa_id)
          select c.version_id, k.blueprint_id, k.task_id, k.ksa_id
          from copies c, itembank.version_ksa k where k.version_id = '%3$s';
        analyze itembank.item_version;
        analyze itembank.item;
        """
            .formatted(study.value(), STEM, first));
  }

  @AfterAll
  static void stop() {
    bank.close();
  }

  @Test
  void the_index_of_trigrams_is_used() {
    var plan =
        bank.installation()
            .wiring()
            .database
            .transaction(tx -> {
              ItemRepository.scan(tx, "off");
              return tx.sql().explain(new ItemRepository().alike(tx, study, STEM)).plan();
            });
    assertTrue(plan.contains("item_version_by_likeness"), plan);
  }

  /** Reference: PostgreSQL's own similarity() over every row, which knows no index. */
  @Test
  void what_is_found_is_what_comparing_every_item_finds() {
    var database = bank.installation().wiring().database;
    for (var words : List.of(STEM, STEM.substring(0, 50), "Ask for consent", "nothing like it")) {
      var every =
          database.transaction(tx ->
              tx
                  .sql()
                  .fetch(
                      "select id from itembank.item_version where public.similarity(plain, ?) >= ?",
                      words,
                      LEAST)
                  .getValues(0, UUID.class)
                  .stream()
                  .collect(Collectors.toSet()));
      var found =
          database.transaction(
              tx -> bank.installation().wiring().itembanks.listAlike(tx, study, words, LEAST));
      assertEquals(
          every, found.stream().map(one -> one.version().value()).collect(Collectors.toSet()));
      if (words.equals(STEM)) assertEquals(12, found.size());
    }
  }
}
