package org.rolewright.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rolewright.Installation;
import org.rolewright.platform.Actor;
import org.rolewright.platform.Sha256;
import org.rolewright.platform.db.Database;

/**
 * The claim "anonymous", tried by an attacker who holds every table with row positions ({@code
 * ctid}) and transaction ids ({@code xmin}), the log file, and even the list of the links, but not
 * the installation's secret.
 *
 * <p>Thirty peers answer over HTTP in an order that the test knows and draws from a fixed seed;
 * each answer carries a mark by which the test, not the attacker, recognises its author. The
 * attacker puts the invitations in every order that the tables offer, the responses likewise, and
 * pairs them off. Two statistics are taken for each pair of orders: the number of right pairs
 * (chance: Poisson with mean 1) and Spearman's rank correlation of the positions (chance: mean 0,
 * variance 1/29, which also catches leaks of coarse order). The limits of 10 right pairs and |rho|
 * of 0.85 are passed by chance less than once in a million runs each.
 */
class UnlinkabilityTest {
  private static final int PEERS = 30;
  private static final int MOST_RIGHT_PAIRS = 9;
  private static final double GREATEST_CORRELATION = 0.85;
  private static final List<String> INVITATION_ORDERS =
      List.of("ctid", "xmin::text::bigint, ctid", "id", "token_hash", "label");
  private static final List<String> RESPONSE_ORDERS =
      List.of("ctid", "xmin::text::bigint, ctid", "id", "day, id", "answers::text");
  private static Installation rolewright;
  private static Field field;

  /** Label of the author by the mark in the answer: the truth that the attacker is after. */
  private static final Map<String, String> AUTHORS = new TreeMap<>();

  private static final Path LOG =
      Path.of(System.getProperty("rolewright.log", "target/rolewright.log"));
  private static int logged;
  private static List<String> tokens;

  @BeforeAll
  static void thirty_peers_answer() throws IOException {
    logged =
        Files.exists(LOG)
            ? new String(Files.readAllBytes(LOG), StandardCharsets.UTF_8).length()
            : 0;
    rolewright = Installation.serving();
    field = Field.open(rolewright, 2);
    tokens = field.links(PEERS);
    var program = new Actor.Program("test");
    var order = new ArrayList<Integer>();
    for (var at = 0; at < PEERS; at++) order.add(at);
    Collections.shuffle(order, new Random(20261122));
    for (var turn = 0; turn < PEERS; turn++) {
      answer(order.get(turn), turn);
      // The service settles by itself; here after every answer, so that nothing hides in waiting.
      rolewright.wiring().surveyAnswers.settle(program);
      rolewright.wiring().surveyInvitations.settle(program);
    }
  }

  private static void answer(int who, int turn) {
    var token = tokens.get(who);
    var peer = field.peer(token).begin().rate(field.task(0), 1 + turn % 5, 1 + turn / 5 % 5);
    var mark = "mark " + turn;
    peer.writeIn(9, field.domain(), mark).expect(204);
    peer.submit();
    rolewright
        .visitor()
        .call("confirmAnswered")
        .with("surveyId", field.survey().value())
        .body(Map.of("token", token))
        .expect(204);
    AUTHORS.put(mark, "Peer " + (who + 1));
  }

  @AfterAll
  static void stop() {
    rolewright.close();
  }

  @Test
  void no_order_of_the_tables_joins_invitations_to_responses_while_running_or_after() {
    var right = attack("where answered", "survey.response");
    assertTrue(right.isEmpty(), "while running: " + right);
    assertTrue(count("select count(*) from survey.invitation where answered") >= 20);
    assertTrue(count("select count(*) from survey.response") >= 20);
    field.close();
    assertEquals(PEERS, count("select count(*) from survey.invitation where answered"));
    assertEquals(PEERS, count("select count(*) from survey.response"));
    assertEquals(0, count("select count(*) from survey.draft"));
    assertEquals(List.of(), attack("where answered", "survey.response"));
    assertEquals(List.of(), batches("survey.response"));
    assertEquals(List.of(), batches("survey.invitation"));
  }

  @Test
  void a_careless_store_is_caught_by_the_same_attack() {
    // The control: rows numbered and kept in the order in which the answers came.
    execute(
        "create table survey.careless_invitation (number int, id uuid, label text, token_hash bytea)");
    execute("create table survey.careless_response (id int, day date, answers jsonb)");
    for (var turn = 0; turn < PEERS; turn++) {
      var mark = "mark " + turn;
      execute(
          "insert into survey.careless_invitation values (%d, gen_random_uuid(), '%s', decode(md5('%s'), 'hex'))"
              .formatted(turn, AUTHORS.get(mark), mark));
      execute(
          "insert into survey.careless_response values (%d, current_date, '{\"writeIns\": {\"x\": \"%s\"}}')"
              .formatted(turn, mark));
    }
    var caught = attack("survey.careless_invitation", "", "survey.careless_response");
    assertTrue(
        caught.stream().anyMatch(found -> found.startsWith("ctid × ctid: 30 right")),
        caught.toString());
  }

  @Test
  void a_list_of_all_links_does_not_tell_which_key_is_whose() {
    var known = new java.util.TreeSet<String>();
    for (var column :
        List.of(
            "select encode(key_hash, 'hex') from survey.spent",
            "select encode(key_hash, 'hex') from survey.draft")) known.addAll(column(column));
    for (var token : tokens)
      for (var guess :
          List.of(
              token, "response:" + token, "response " + token, field.survey().value() + token)) {
        assertFalse(known.contains(Sha256.hex(guess)));
        assertFalse(known.contains(HexFormat.of().formatHex(Sha256.of(Sha256.of(guess)))));
        assertFalse(known.contains(Sha256.hex(Sha256.hex(guess))));
      }
    assertTrue(known.size() >= PEERS);
  }

  @Test
  void a_draft_shows_nothing_but_that_it_is_there() {
    var other = Field.open(rolewright, 1);
    var peer = other.peer(other.links(1).getFirst()).begin();
    peer.writeIn(9, other.domain(), "a secret that is easy to find").expect(204);
    var sealed =
        column(
                "select encode(sealed, 'escape') from survey.draft where survey_id = '%s'"
                    .formatted(other.survey().value()))
            .getFirst();
    assertFalse(sealed.contains("secret"));
    assertEquals(
        1,
        count(
            "select count(distinct octet_length(sealed)) from survey.draft where survey_id = '%s'"
                .formatted(other.survey().value())));
    other.close();
  }

  @Test
  void the_log_and_the_audit_trail_know_nothing_of_the_answers() throws IOException {
    var written = new String(Files.readAllBytes(LOG), StandardCharsets.UTF_8).substring(logged);
    var trail = String.join("\n", column("select canonical from audit.entry"));
    for (var operation : List.of("takeBallot", "putRating", "submitAnswers", "confirmAnswered"))
      assertFalse(written.contains(operation), operation);
    for (var token : tokens) assertFalse(written.contains(token) || trail.contains(token));
    for (var mark : AUTHORS.keySet()) assertFalse(trail.contains(mark));
    assertFalse(trail.contains("Peer 1"));
  }

  @Test
  void no_column_could_hold_a_time_of_day_or_a_counter() {
    var finer =
        column(
            """
            select table_name || '.' || column_name from information_schema.columns
            where table_schema = 'survey' and table_name in ('invitation', 'draft', 'spent', 'response', 'write_in')
            and (data_type like 'time%' or is_identity = 'YES' or column_default like 'nextval%')\
            """);
    assertEquals(List.of(), finer);
  }

  /** The attacks that do better than chance, with what they found. */
  private static List<String> attack(String which, String responses) {
    return attack(
        "survey.invitation",
        which + " and survey_id = '" + field.survey().value() + "'",
        responses);
  }

  private static List<String> attack(String invitations, String which, String responses) {
    var succeeded = new ArrayList<String>();
    for (var left : INVITATION_ORDERS)
      for (var right : RESPONSE_ORDERS) {
        var labels =
            column("select label from %s %s order by %s".formatted(invitations, which, left));
        var authors =
            column(
                    "select jsonb_path_query_first(answers, '$.writeIns.*') #>> '{}' from %s order by %s"
                        .formatted(responses, right))
                .stream()
                .map(AUTHORS::get)
                .toList();
        var hits = hits(labels, authors);
        var rho = Math.abs(spearman(labels, authors));
        if (hits > MOST_RIGHT_PAIRS || rho > GREATEST_CORRELATION)
          succeeded.add("%s × %s: %d right, |rho| %.2f".formatted(left, right, hits, rho));
      }
    return succeeded;
  }

  private static int hits(List<String> labels, List<String> authors) {
    var hits = 0;
    for (var at = 0; at < Math.min(labels.size(), authors.size()); at++)
      if (labels.get(at).equals(authors.get(at))) hits++;
    return hits;
  }

  /** Correlation of the position in one order with the position in the other. */
  private static double spearman(List<String> labels, List<String> authors) {
    var both = labels.stream().filter(authors::contains).toList();
    var others = authors.stream().filter(labels::contains).toList();
    double squares = 0;
    for (var at = 0; at < both.size(); at++) {
      double distance = at - others.indexOf(both.get(at));
      squares += distance * distance;
    }
    double n = both.size();
    return 1 - 6 * squares / (n * (n * n - 1));
  }

  /** Transactions that wrote fewer than five of this survey's rows: groups that are too small. */
  private static List<String> batches(String table) {
    return column(
        """
        select xmin::text from %s where survey_id = '%s' group by xmin::text having count(*) < 5\
        """
            .formatted(table, field.survey().value()));
  }

  private static int count(String sql) {
    return Integer.parseInt(column(sql + where(sql)).getFirst());
  }

  private static String where(String sql) {
    if (sql.contains("survey_id")) return "";
    return (sql.contains(" where ") ? " and" : " where")
        + " survey_id = '"
        + field.survey().value()
        + "'";
  }

  private static void execute(String sql) {
    org.rolewright.TestDatabase.execute(rolewright.databaseUrl(), sql);
  }

  private static List<String> column(String sql) {
    try (var database = Database.open(rolewright.databaseUrl(), 1);
        var connection = database.dataSource().getConnection();
        var rows = connection.createStatement().executeQuery(sql)) {
      var all = new ArrayList<String>();
      while (rows.next()) all.add(rows.getString(1));
      return all;
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
