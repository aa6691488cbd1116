package org.rolewright.platform.documents;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.GregorianCalendar;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;

/**
 * Gives a PDF the date and the identity of its edition, in place of those of its printing.
 *
 * @param issued also seeds the file identifier
 */
record Imprint(Instant issued) {
  private static final Pattern CREATED =
      Pattern.compile("(<xmp:CreateDate>)[^<]*(</xmp:CreateDate>)");

  Imprint {
    issued = issued.truncatedTo(ChronoUnit.SECONDS);
  }

  void press(PDDocument pdf) throws IOException {
    var date = GregorianCalendar.from(issued.atZone(ZoneOffset.UTC));
    pdf.getDocumentInformation().setCreationDate(date);
    pdf.getDocumentCatalog().setMetadata(metadata(pdf));
    pdf.setDocumentId(issued.getEpochSecond());
  }

  private PDMetadata metadata(PDDocument pdf) throws IOException {
    var printed = new String(pdf.getDocumentCatalog().getMetadata().toByteArray(), UTF_8);
    var dated = CREATED.matcher(printed).replaceFirst("$1" + issued + "$2");
    return new PDMetadata(pdf, new ByteArrayInputStream(dated.getBytes(UTF_8)));
  }
}
