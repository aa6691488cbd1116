package org.rolewright.blueprint;

import java.nio.charset.StandardCharsets;
import org.rolewright.platform.documents.Document;
import org.rolewright.platform.documents.Pdfs;
import org.rolewright.platform.documents.WebPages;
import org.rolewright.platform.http.Api;
import org.rolewright.platform.http.Reply;
import org.rolewright.platform.http.Request;
import org.rolewright.platform.text.Formats;
import org.rolewright.platform.text.Texts;
import org.rolewright.study.StudyId;

/** The public content outline of {@code api/blueprint.yaml}: for everybody once adopted. */
final class OutlineRoutes {
  private OutlineRoutes() {}

  static void mount(Api api, BlueprintService blueprints, Texts texts) {
    var pages = new WebPages(texts);
    var pdfs = new Pdfs(texts);
    api.on(
        "showContentOutline",
        r ->
            Reply.inline(
                "text/html; charset=utf-8",
                "content-outline.html",
                pages.page(document(r, blueprints, texts)).getBytes(StandardCharsets.UTF_8)));
    api.on(
        "printContentOutline",
        r ->
            Reply.inline(
                "application/pdf",
                "content-outline.pdf",
                pdfs.print(document(r, blueprints, texts))));
  }

  private static Document document(Request request, BlueprintService blueprints, Texts texts) {
    var study = new StudyId(request.uuid("studyId"));
    return blueprints
        .contentOutline(request.actor(), study)
        .document(new Formats(request.language(), texts));
  }
}
