package org.rolewright.scoring;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import java.util.UUID;
import org.rolewright.candidacy.BookingId;
import org.rolewright.delivery.SittingId;
import org.rolewright.eligibility.CandidateId;
import org.rolewright.form.FormId;
import org.rolewright.platform.text.Language;

/**
 * A score in force; published by this stage.
 *
 * @param cut points needed
 * @param sem standard error of measurement, in points
 * @param errorAtCut the same at the cut
 * @param borderline whether it lies within one such error of the cut
 * @param hash SHA-256 over identity and result, as stored
 */
public record Score(
    UUID id,
    ScoringRunId run,
    SittingId sitting,
    BookingId admission,
    CandidateId candidate,
    FormId form,
    UUID cutId,
    Language language,
    LocalDate satOn,
    BigDecimal raw,
    BigDecimal maximum,
    BigDecimal cut,
    int scaled,
    boolean passed,
    OptionalDouble sem,
    OptionalDouble errorAtCut,
    boolean borderline,
    List<DomainScore> domains,
    Instant releasedAt,
    String hash) {

  /**
   * Points in a domain.
   *
   * @param error standard error of the domain's points
   * @param reliable whether they may be told without a caution
   */
  public record DomainScore(
      UUID domain, BigDecimal raw, BigDecimal maximum, OptionalDouble error, boolean reliable) {}
}
