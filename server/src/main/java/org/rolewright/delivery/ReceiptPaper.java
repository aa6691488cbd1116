package org.rolewright.delivery;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rolewright.platform.documents.Block;
import org.rolewright.platform.documents.Cover;
import org.rolewright.platform.documents.Document;
import org.rolewright.platform.documents.Edition;
import org.rolewright.platform.documents.Fact;
import org.rolewright.platform.documents.Section;
import org.rolewright.platform.text.Formats;

/** A receipt as a document to keep: the same receipt gives the same bytes. */
record ReceiptPaper(ReceiptView receipt) {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'");

  /** In the candidate's language. */
  Document document(Formats formats) {
    var exam = receipt.exam().title() + " (" + receipt.exam().code() + ")";
    var sections = new ArrayList<>(List.of(sat(formats), meant(formats)));
    receipt.amended().ifPresent(amended -> sections.add(changed(formats, amended)));
    return new Document(
        formats.language(),
        new Cover(exam, text(formats, "title"), receipt.displayName(), List.of()),
        new Edition(
            receipt.receipt(),
            "",
            receipt.digest(),
            receipt.amended().map(ReceiptView.Amended::at).orElse(receipt.closedAt())),
        sections,
        List.of());
  }

  private Section sat(Formats formats) {
    return Section.of(
        "sitting",
        text(formats, "sitting"),
        new Block.Definitions(
            List.of(
                new Fact(text(formats, "began"), moment(formats, receipt.startedAt())),
                new Fact(text(formats, "ended"), moment(formats, receipt.closedAt())),
                new Fact(
                    text(formats, "reason"), text(formats, "reason." + receipt.reason().code())),
                answered(formats, receipt.answered(), receipt.unanswered()),
                new Fact(text(formats, "number"), receipt.receipt()),
                new Fact(text(formats, "digest"), receipt.digest()),
                new Fact(text(formats, "id"), receipt.sittingId().value().toString()))));
  }

  private static Section meant(Formats formats) {
    return Section.of(
        "meaning",
        text(formats, "meaning"),
        Block.paragraph(text(formats, "meaning.keep")),
        Block.paragraph(text(formats, "meaning.how")));
  }

  private static Section changed(Formats formats, ReceiptView.Amended amended) {
    return Section.of(
        "changed",
        text(formats, "changed"),
        Block.paragraph(text(formats, "changed.why")),
        new Block.Definitions(
            List.of(
                new Fact(text(formats, "changed.at"), moment(formats, amended.at())),
                answered(formats, amended.answered(), amended.unanswered()),
                new Fact(text(formats, "digest"), amended.digest()))));
  }

  private static Fact answered(Formats formats, int answered, int unanswered) {
    var count = Map.of("answered", answered, "all", answered + unanswered);
    return new Fact(text(formats, "answered"), formats.text("receipt.count", count));
  }

  private static String moment(Formats formats, Instant instant) {
    return formats.date(instant) + ", " + CLOCK.format(instant.atOffset(ZoneOffset.UTC));
  }

  private static String text(Formats formats, String key) {
    return formats.text("receipt." + key);
  }
}
