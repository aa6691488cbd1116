package org.rolewright.lineage;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.rolewright.credential.Credential;
import org.rolewright.delivery.SittingId;
import org.rolewright.form.FormId;
import org.rolewright.study.StudyId;

/**
 * A certificate and all that it rests on.
 *
 * @param items of the form, in its order
 */
public record CertificateLineage(
    StudyId study, Certificate certificate, Scored score, Cut cut, Form form, List<Link> items) {
  public CertificateLineage {
    items = List.copyOf(items);
  }

  /** What was issued, to whom and by whom. */
  public record Certificate(
      String number,
      String holder,
      String title,
      Credential.Status status,
      LocalDate issuedOn,
      LocalDate expiresOn,
      String proposedBy,
      String issuedBy) {}

  /**
   * The score that it was proposed for.
   *
   * @param run number of the scoring run
   * @param inForce false once a rescoring replaced it
   */
  public record Scored(
      UUID id,
      SittingId sitting,
      LocalDate satOn,
      int run,
      BigDecimal raw,
      BigDecimal maximum,
      BigDecimal needed,
      int scaled,
      boolean inForce,
      String signedBy,
      String releasedBy,
      Instant releasedAt,
      String hash) {}

  /** The adopted cut, in raw points of the form as published. */
  public record Cut(
      UUID id,
      String method,
      double recommended,
      double standardError,
      int raw,
      int maximum,
      String proposedBy,
      String adoptedBy,
      Instant adoptedAt) {}

  /** The form that was sat. */
  public record Form(FormId id, String code, String checksum) {}

  /** An item on the form, with all that led to it. */
  public record Link(int position, boolean scored, ItemLine item, Origin origin) {}
}
