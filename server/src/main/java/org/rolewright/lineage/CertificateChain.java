package org.rolewright.lineage;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rolewright.access.AccessService;
import org.rolewright.credential.Credential;
import org.rolewright.form.FormService;
import org.rolewright.form.Placed;
import org.rolewright.form.PublishedForm;
import org.rolewright.itembank.ItemVersionId;
import org.rolewright.platform.db.Tx;
import org.rolewright.scoring.Score;
import org.rolewright.scoring.ScoringService;
import org.rolewright.standard.CutId;
import org.rolewright.standard.StandardService;

/** Follows a certificate back, from one published artefact to the next. */
public record CertificateChain(
    AccessService access, FormService forms, StandardService standards, ScoringService scoring) {

  CertificateLineage of(
      Tx tx, Credential one, Function<List<ItemVersionId>, List<LineageRow>> rows) {
    var score = scoring.score(tx, one.score());
    var form = forms.published(tx, score.form());
    return new CertificateLineage(
        one.study(),
        certificate(tx, one),
        scored(tx, score),
        cut(tx, score),
        new CertificateLineage.Form(form.id(), form.code(), form.checksum()),
        links(form, rows.apply(form.items().stream().map(Placed::versionId).toList())));
  }

  private CertificateLineage.Certificate certificate(Tx tx, Credential one) {
    var issue = one.issue().orElseThrow();
    return new CertificateLineage.Certificate(
        one.grouped(),
        one.holder(),
        one.title(),
        one.status(),
        issue.on(),
        issue.expiresOn(),
        access.name(tx, one.proposedBy()),
        access.name(tx, issue.by()));
  }

  private CertificateLineage.Scored scored(Tx tx, Score score) {
    var run = scoring.run(tx, score.run());
    return new CertificateLineage.Scored(
        score.id(),
        score.sitting(),
        score.satOn(),
        run.number(),
        score.raw(),
        score.maximum(),
        score.cut(),
        score.scaled(),
        scoring.findReleased(tx, score.sitting()).filter(score::equals).isPresent(),
        run.signed().orElseThrow().name(),
        run.released().orElseThrow().name(),
        score.releasedAt(),
        score.hash());
  }

  private CertificateLineage.Cut cut(Tx tx, Score score) {
    var cut = standards.cut(tx, new CutId(score.cutId()));
    return new CertificateLineage.Cut(
        cut.id().value(),
        cut.method().code(),
        cut.recommended(),
        cut.standardError(),
        cut.raw(),
        cut.maximum(),
        access.name(tx, cut.adopted().proposedBy()),
        access.name(tx, cut.adopted().adoptedBy()),
        cut.adopted().at());
  }

  /** A version has a row for each KSA it measures; any of them tells its task. */
  private static List<CertificateLineage.Link> links(PublishedForm form, List<LineageRow> rows) {
    Map<ItemVersionId, LineageRow> byVersion =
        rows.stream()
            .collect(
                Collectors.toMap(
                    row -> row.item().orElseThrow().version(),
                    Function.identity(),
                    (first, _) -> first));
    return form.items().stream()
        .map(place -> link(place, byVersion.get(place.versionId())))
        .toList();
  }

  private static CertificateLineage.Link link(Placed place, LineageRow row) {
    return new CertificateLineage.Link(
        place.position(), place.scored(), row.item().orElseThrow(), row.origin());
  }
}
