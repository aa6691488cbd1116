package org.rolewright.formreport;

import java.nio.charset.StandardCharsets;
import org.rolewright.form.FormId;
import org.rolewright.platform.documents.WebPages;
import org.rolewright.platform.http.Api;
import org.rolewright.platform.http.Reply;
import org.rolewright.platform.http.Request;
import org.rolewright.platform.text.Language;
import org.rolewright.platform.text.Texts;

/** Operations of {@code api/formreport.yaml}. */
public final class FormReportRoutes {
  private FormReportRoutes() {}

  public static void mount(Api api, FormReportService reports, Texts texts) {
    var pages = new WebPages(texts);
    api.on(
        "showFormReport",
        r ->
            Reply.inline(
                "text/html; charset=utf-8",
                "technical-report.html",
                pages
                    .page(reports.document(r.actor(), form(r), language(r)))
                    .getBytes(StandardCharsets.UTF_8)));
    api.on(
        "printFormReport",
        r ->
            Reply.file(
                "application/pdf",
                "technical-report-" + language(r).code() + ".pdf",
                reports.print(r.actor(), form(r), language(r))));
  }

  private static FormId form(Request request) {
    return new FormId(request.uuid("formId"));
  }

  /** The language asked for by name, else that of the reader. */
  private static Language language(Request request) {
    return request.findText("language").map(Language::accepted).orElse(request.language());
  }
}
