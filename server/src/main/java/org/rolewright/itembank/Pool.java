package org.rolewright.itembank;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.rolewright.blueprint.BlueprintCells;
import org.rolewright.item.ContentRules;
import org.rolewright.item.ItemContent.Matching;
import org.rolewright.library.StimulusId;
import org.rolewright.library.StimulusVersionId;
import org.rolewright.workshop.DomainId;

/** What forms by one blueprint may take from the bank. */
final class Pool {
  /** Reading speed for texts that are weighed word by word: 180 a minute. */
  private static final double WORDS_A_SECOND = 3;

  private Pool() {}

  /**
   * Items of an earlier blueprint are in it while their task is a cell of this one.
   *
   * @param cases stimulus of each stimulus version
   */
  static List<PoolItem> of(BlueprintCells cells, Stock stock, Map<UUID, StimulusId> cases) {
    return stock.usable().stream()
        .flatMap(version ->
            cells.domainOf(version.task()).stream()
                .map(domain -> item(version, domain, stock, cases)))
        .toList();
  }

  private static PoolItem item(
      ItemVersion version, DomainId domain, Stock stock, Map<UUID, StimulusId> cases) {
    var content = version.content();
    var evidence = stock.evidence(version);
    int words = words(version);
    return new PoolItem(
        version.id(),
        version.item(),
        version.code(),
        version.number(),
        domain,
        version.task(),
        version.ksas(),
        version.level(),
        content.kind(),
        version.state(),
        content.languages(),
        ContentRules.keyPosition(content),
        version.stimulus().map(StimulusVersionId::value).map(cases::get),
        version.stimulus(),
        words,
        evidence
            .map(found -> found.figures().seconds())
            .filter(seconds -> seconds.isPresent())
            .map(seconds -> seconds.getAsDouble())
            .orElseGet(() -> seconds(version, words)),
        version.hash(),
        evidence.map(Pool::figures),
        stock.exposure(version),
        Optional.ofNullable(stock.exposures().get(version.id())).map(UseRepository.Exposure::last),
        version.usedAt(),
        stock.rests(version));
  }

  private static PoolItem.Figures figures(Evidence evidence) {
    return new PoolItem.Figures(
        evidence.candidates(), evidence.figures().p(), evidence.figures().rpb());
  }

  private static int words(ItemVersion version) {
    return version.content().languages().stream()
        .mapToInt(language -> ContentRules.words(version.content(), language).split("\\s+").length)
        .max()
        .orElse(0);
  }

  /** Until it was measured: time to read, and to decide or to type. */
  private static double seconds(ItemVersion version, int words) {
    double decide =
        switch (version.content().kind()) {
          case SINGLE -> 25;
          case MULTIPLE, TEXT -> 35;
          case ORDERING, NUMERIC -> 45;
          case MATCHING -> 15.0 * ((Matching) version.content()).prompts().size();
        };
    return words / WORDS_A_SECOND + decide;
  }
}
