package org.rolewright.formreport;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Map;
import org.rolewright.access.Permission;
import org.rolewright.audit.AuditService;
import org.rolewright.audit.Subject;
import org.rolewright.form.FormId;
import org.rolewright.platform.Actor;
import org.rolewright.platform.db.Database;
import org.rolewright.platform.documents.Document;
import org.rolewright.platform.documents.Edition;
import org.rolewright.platform.documents.Pdfs;
import org.rolewright.platform.text.Formats;
import org.rolewright.platform.text.Language;
import org.rolewright.platform.text.Texts;

/** Technical reports of exam forms, as things stand. */
public final class FormReportService {
  private final Database database;
  private final InstantSource clock;
  private final AuditService audit;
  private final Texts texts;
  private final FormReportModels models;
  private final Pdfs pdfs;

  public FormReportService(
      Database database,
      InstantSource clock,
      AuditService audit,
      Texts texts,
      FormReportModels models) {
    this.database = database;
    this.clock = clock;
    this.audit = audit;
    this.texts = texts;
    this.models = models;
    pdfs = new Pdfs(texts);
  }

  /** The model that page and PDF are laid out from. */
  public FormReportModel model(Actor actor, FormId form) {
    Permission.READ_SCORES.require(actor);
    return database.transaction(tx -> models.model(tx, form));
  }

  public Document document(Actor actor, FormId form, Language language) {
    Permission.READ_SCORES.require(actor);
    return document(model(actor, form), language);
  }

  /** The same as an accessible PDF; that it was taken out is on the trail. */
  public byte[] print(Actor actor, FormId form, Language language) {
    Permission.READ_SCORES.require(actor);
    var model =
        database.transaction(tx -> {
          var found = models.model(tx, form);
          audit.record(
              tx,
              actor,
              "formreport.print",
              Subject.of("form", form.value()),
              Map.of("run", found.scored().run(), "model", found.hash()));
          return found;
        });
    return pdfs.print(document(model, language));
  }

  private Document document(FormReportModel model, Language language) {
    var formats = new Formats(language, texts);
    var marks = new ArrayList<String>();
    marks.add(formats.text("formreport.mark"));
    if (model.demonstration()) marks.add(formats.text("formreport.mark.synthetic"));
    var edition = new Edition("", String.join(" · ", marks), model.hash(), clock.instant());
    return new FormReport(model, formats).document(edition);
  }
}
