package org.rolewright.workshop;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rolewright.platform.documents.Document;
import org.rolewright.platform.documents.Pdfs;
import org.rolewright.platform.documents.WebPages;
import org.rolewright.platform.http.Api;
import org.rolewright.platform.http.Reply;
import org.rolewright.platform.http.Request;
import org.rolewright.platform.text.Formats;
import org.rolewright.platform.text.Language;
import org.rolewright.platform.text.Texts;
import org.rolewright.study.StudyId;

/** Operations of {@code api/workshop.yaml}. */
public final class WorkshopRoutes {
  private WorkshopRoutes() {}

  private record DomainInput(String title, Optional<String> definition) {}

  private record TextInput(
      StatementKind kind, Optional<DomainId> domain, String text, Optional<String> source) {}

  private record Reason(String reason) {}

  private record Position(int position) {}

  private record Wordings(List<Wording> wordings) {}

  private record Lists(List<TaskListSummary> taskLists) {}

  private record RowView(
      int line,
      String change,
      List<String> cells,
      Optional<List<String>> before,
      Optional<String> message) {}

  private record PreviewView(List<RowView> rows, String hash) {}

  public static void mount(Api api, WorkshopService workshops, ImportService imports, Texts texts) {
    api.on("readWorkshop", r -> workshops.board(r.actor(), study(r)));
    mountDomains(api, workshops);
    mountStatements(api, workshops);
    api.does("linkKsa", r -> workshops.link(r.actor(), study(r), link(r), true));
    api.does("unlinkKsa", r -> workshops.link(r.actor(), study(r), link(r), false));
    api.on("previewImport", r -> view(imports.preview(r.actor(), study(r), file(r)), r, texts));
    api.on(
        "importStatements",
        r -> view(imports.take(r.actor(), study(r), file(r), r.text("hash")), r, texts));
    api.on("publishTaskList", r -> workshops.publish(r.actor(), study(r), list(r), r.version()));
    mountScope(api, workshops, texts);
    api.on("listTaskLists", r -> new Lists(workshops.listTaskLists(r.actor(), study(r))));
    api.on("readTaskList", r -> workshops.taskList(r.actor(), list(r)));
  }

  private static void mountScope(Api api, WorkshopService workshops, Texts texts) {
    var pages = new WebPages(texts);
    var pdfs = new Pdfs(texts);
    api.on(
        "readScopeOfService",
        r ->
            Reply.inline(
                "text/html; charset=utf-8",
                "scope-of-service.html",
                pages.page(scope(r, workshops, texts)).getBytes(StandardCharsets.UTF_8)));
    api.on(
        "printScopeOfService",
        r ->
            Reply.inline(
                "application/pdf", "scope-of-service.pdf", pdfs.print(scope(r, workshops, texts))));
  }

  private static Document scope(Request request, WorkshopService workshops, Texts texts) {
    var language = request.findText("language").map(Language::accepted).orElse(request.language());
    return workshops
        .scopeOfService(request.actor(), study(request))
        .document(new Formats(language, texts));
  }

  private static void mountDomains(Api api, WorkshopService workshops) {
    api.does(
        "putDomain",
        r -> {
          var input = r.body(DomainInput.class);
          var domain = Domain.fresh(domain(r), input.title(), input.definition().orElse(""));
          workshops.putDomain(r.actor(), study(r), domain, r.version());
        });
    api.does(
        "placeDomain",
        r ->
            workshops.placeDomain(
                r.actor(), study(r), domain(r), r.body(Position.class).position()));
    api.does(
        "dropDomain",
        r -> workshops.dropDomain(r.actor(), study(r), domain(r), Optional.of(reason(r))));
    api.does(
        "restoreDomain",
        r -> workshops.dropDomain(r.actor(), study(r), domain(r), Optional.empty()));
  }

  private static void mountStatements(Api api, WorkshopService workshops) {
    api.does(
        "putStatement",
        r -> {
          var input = r.body(TextInput.class);
          var statement =
              new StatementInput(
                  r.uuid("statementId"),
                  input.kind(),
                  input.domain(),
                  input.text(),
                  input.source().orElse(""));
          workshops.putStatement(r.actor(), study(r), statement, r.version());
        });
    api.does(
        "placeStatement",
        r ->
            workshops.placeStatement(
                r.actor(), study(r), r.uuid("statementId"), r.body(StatementPlace.class)));
    api.does(
        "dropStatement",
        r ->
            workshops.dropStatement(
                r.actor(), study(r), r.uuid("statementId"), Optional.of(reason(r))));
    api.does(
        "restoreStatement",
        r -> workshops.dropStatement(r.actor(), study(r), r.uuid("statementId"), Optional.empty()));
    api.on(
        "listWordings",
        r -> new Wordings(workshops.listWordings(r.actor(), study(r), r.uuid("statementId"))));
  }

  private static StudyId study(Request request) {
    return new StudyId(request.uuid("studyId"));
  }

  private static DomainId domain(Request request) {
    return new DomainId(request.uuid("domainId"));
  }

  private static TaskListId list(Request request) {
    return new TaskListId(request.uuid("taskListId"));
  }

  private static Link link(Request request) {
    return new Link(new TaskId(request.uuid("taskId")), new KsaId(request.uuid("ksaId")));
  }

  private static String reason(Request request) {
    return request.body(Reason.class).reason();
  }

  private static ImportFile file(Request request) {
    var domain = request.findText("domain").map(_ -> new DomainId(request.uuid("domain")));
    return new ImportFile(request.bytes(), domain, request.language());
  }

  private static PreviewView view(ImportPreview preview, Request request, Texts texts) {
    var rows =
        preview.rows().stream()
            .map(row ->
                new RowView(
                    row.line(),
                    row.change().name().toLowerCase(Locale.ROOT),
                    row.cells(),
                    row.before(),
                    row.fault()
                        .map(fault ->
                            texts.text(
                                request.language(), "fault." + fault.key(), fault.values()))))
            .toList();
    return new PreviewView(rows, preview.hash());
  }
}
