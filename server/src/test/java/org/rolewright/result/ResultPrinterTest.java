package org.rolewright.result;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.rolewright.platform.text.Language;
import org.rolewright.platform.text.Texts;

/** The footnote of the report, read from the PDF. */
class ResultPrinterTest {
  private static boolean cautions(boolean... reliable) throws IOException {
    var domains = new java.util.ArrayList<ResultView.Domain>();
    for (var one : reliable)
      domains.add(new ResultView.Domain("Part", 10, ResultView.Level.BELOW, one));
    var day = LocalDate.of(2026, 3, 1);
    var result =
        new ResultView(
            UUID.randomUUID(),
            "Exam",
            "Ana Ruiz",
            day,
            day,
            false,
            Optional.of(new ResultView.Diagnosis(400, 500, 200, 800, domains)),
            day.plusDays(30),
            true,
            List.of());
    var pdf = new ResultPrinter(new Texts()).print(result, Language.ENGLISH);
    try (var document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).contains("* Too few");
    }
  }

  @Test
  void the_caution_is_printed_only_where_a_part_bears_its_mark() throws IOException {
    assertEquals(true, cautions(true, false));
    assertEquals(false, cautions(true, true));
  }
}
