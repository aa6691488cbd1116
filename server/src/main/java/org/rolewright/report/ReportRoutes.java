package org.rolewright.report;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.rolewright.platform.documents.WebPages;
import org.rolewright.platform.http.Api;
import org.rolewright.platform.http.Reply;
import org.rolewright.platform.http.Request;
import org.rolewright.platform.jobs.JobId;
import org.rolewright.platform.text.Language;
import org.rolewright.platform.text.Texts;
import org.rolewright.study.StudyId;

/** Operations of {@code api/report.yaml}. */
public final class ReportRoutes {
  private ReportRoutes() {}

  private record Wish(Optional<String> reason) {}

  private record DraftWish(Language language) {}

  private record Started(JobId job) {}

  private record Progress(List<Stage> stages) {}

  private record Stage(String stage, StageProgress.State state, Optional<String> note) {}

  public static void mount(Api api, ReportService reports, ProgressService progress, Texts texts) {
    var pages = new WebPages(texts);
    api.on(
        "readStudyProgress",
        r ->
            new Progress(
                progress.progress(r.actor(), study(r)).stream()
                    .map(one -> stage(one, r.language(), texts))
                    .toList()));
    api.on("readReportDesk", r -> reports.desk(r.actor(), study(r)));
    api.on(
        "showReportDraft",
        r ->
            Reply.inline(
                "text/html; charset=utf-8",
                "report-draft.html",
                pages
                    .page(reports.draft(r.actor(), study(r), language(r)))
                    .getBytes(StandardCharsets.UTF_8)));
    api.on(
        "printReportDraft",
        r ->
            Reply.json(
                202,
                new Started(
                    reports.startDraft(r.actor(), study(r), r.body(DraftWish.class).language()))));
    api.on(
        "readReportDraftFile",
        r ->
            Reply.inline(
                "application/pdf",
                "report-draft.pdf",
                reports.draftFile(r.actor(), r.uuid("draftId"))));
    api.on(
        "issueReport",
        r ->
            Reply.json(
                202,
                new Started(
                    reports.startEdition(
                        r.actor(), study(r), r.body(Wish.class).reason().orElse("")))));
    api.on(
        "readReportFile",
        r ->
            Reply.inline(
                "application/pdf",
                "report-" + language(r).code() + ".pdf",
                reports.file(r.actor(), r.uuid("editionId"), language(r))));
    api.on(
        "readReportModel",
        r ->
            Reply.file(
                "application/json",
                "report-model.json",
                reports
                    .modelText(r.actor(), r.uuid("editionId"))
                    .getBytes(StandardCharsets.UTF_8)));
  }

  private static StudyId study(Request request) {
    return new StudyId(request.uuid("studyId"));
  }

  /** The language asked for by name, else that of the reader. */
  private static Language language(Request request) {
    return request.findText("language").map(Language::accepted).orElse(request.language());
  }

  private static Stage stage(StageProgress progress, Language language, Texts texts) {
    var note =
        progress.note().isEmpty()
            ? Optional.<String>empty()
            : texts.find(language, "progress." + progress.note(), progress.values());
    return new Stage(progress.stage(), progress.state(), note);
  }
}
