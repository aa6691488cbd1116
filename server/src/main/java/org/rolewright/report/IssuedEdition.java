package org.rolewright.report;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.rolewright.blueprint.BlueprintId;
import org.rolewright.platform.text.Language;
import org.rolewright.study.StudyId;

/**
 * An issued report.
 *
 * @param number within the study, from 1
 * @param reason why there is a later edition; empty for the first
 * @param modelHash SHA-256 of everything the report says
 * @param issuedBy name of the person
 * @param files one PDF a language
 */
public record IssuedEdition(
    UUID id,
    StudyId study,
    BlueprintId blueprint,
    int number,
    String reason,
    String modelHash,
    String issuedBy,
    Instant issuedAt,
    List<File> files) {

  /**
   * A PDF file of an edition.
   *
   * @param hash SHA-256 of its bytes
   */
  public record File(Language language, int bytes, String hash) {}
}
