package org.rolewright.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.function.DoubleConsumer;
import org.rolewright.platform.documents.Document;
import org.rolewright.platform.documents.Edition;
import org.rolewright.platform.documents.Pdfs;
import org.rolewright.platform.text.Formats;
import org.rolewright.platform.text.Language;
import org.rolewright.platform.text.Texts;
import org.rolewright.report.ReportRepository.Stored;

/** Lays reports out and prints them. */
final class ReportPrinter {
  private final Texts texts;
  private final Pdfs pdfs;

  ReportPrinter(Texts texts) {
    this.texts = texts;
    pdfs = new Pdfs(texts);
  }

  /** Marked as a draft. */
  Document draft(ReportModel model, Language language, Instant now) {
    var formats = new Formats(language, texts);
    var edition = new Edition("", mark(model, formats, true), model.hash(), now);
    return new RdsReport(model, formats).document(edition);
  }

  byte[] print(Document draft, DoubleConsumer progress) {
    return pdfs.print(draft, progress);
  }

  byte[] print(ReportModel model, Stored stored, Language language, DoubleConsumer progress) {
    var formats = new Formats(language, texts);
    var edition =
        new Edition(
            formats.number(stored.number()),
            mark(model, formats, false),
            stored.modelHash(),
            stored.issuedAt());
    return pdfs.print(new RdsReport(model, formats).document(edition), progress);
  }

  /** What stands at the foot of every page. */
  private static String mark(ReportModel model, Formats formats, boolean draft) {
    var marks = new ArrayList<String>();
    if (draft) marks.add(formats.text("report.mark.draft"));
    if (model.study().demonstration()) marks.add(formats.text("report.mark.synthetic"));
    return String.join(" · ", marks);
  }
}
