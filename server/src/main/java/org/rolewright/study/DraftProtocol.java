package org.rolewright.study;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.rolewright.platform.text.Language;
import org.rolewright.platform.text.Texts;
import org.rolewright.study.RatingScale.Anchor;
import org.rolewright.study.RatingScale.Kind;

/** The protocol that a new study starts with: common practice, to be changed until frozen. */
public final class DraftProtocol {
  private static final int POINTS = 5;
  private static final int REPLICATES = 2000;

  private DraftProtocol() {}

  /**
   * @param language of the scales' words
   * @param seed start of every random draw of the analysis
   */
  public static Protocol in(Texts texts, Language language, long seed) {
    return new Protocol(
        Optional.of(Protocol.Raters.PEERS),
        texts.text(language, "protocol.rationale"),
        List.of(scale(texts, language, Kind.IMPORTANCE), scale(texts, language, Kind.FREQUENCY)),
        new InclusionRule(InclusionRule.Kind.IMPORTANCE_AND_PERFORMING, 3.0, 2.0, 67),
        new ExclusionRule(75, true),
        new WeightingRule(
            WeightingRule.Combination.PRODUCT_OF_MEANS, 0.5, WeightingRule.DomainRule.SUM),
        seed,
        REPLICATES,
        Optional.of(Calendar.undated()));
  }

  private static RatingScale scale(Texts texts, Language language, Kind kind) {
    var key = "protocol." + kind.name().toLowerCase(java.util.Locale.ROOT);
    var anchors =
        IntStream.rangeClosed(1, POINTS)
            .mapToObj(code -> new Anchor(code, texts.text(language, key + "." + code)))
            .toList();
    return new RatingScale(kind, texts.text(language, key + ".question"), anchors);
  }
}
