package org.rolewright.platform.documents;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rolewright.platform.text.Language;
import org.rolewright.platform.text.Texts;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** What must hold of a printed report; conformance is judged by veraPDF. */
class PdfsTest {
  private static final Pdfs PDFS = new Pdfs(new Texts());
  private static byte[] printed;

  @BeforeAll
  static void print() throws IOException {
    VeraGreenfieldFoundryProvider.initialise();
    printed = PDFS.print(SampleReport.of(Language.ENGLISH));
    var folder = Files.createDirectories(Path.of("target", "documents"));
    Files.write(folder.resolve("sample.pdf"), printed);
  }

  @Test
  void a_report_conforms_to_pdf_ua_1() throws Exception {
    assertEquals(List.of(), failures(printed, PDFAFlavour.PDFUA_1));
  }

  @Test
  void a_report_conforms_to_pdf_a_3a() throws Exception {
    assertEquals(List.of(), failures(printed, PDFAFlavour.PDFA_3_A));
  }

  @Test
  void a_spanish_report_conforms_to_pdf_ua_1() throws Exception {
    var spanish = PDFS.print(SampleReport.of(Language.SPANISH));
    assertEquals(List.of(), failures(spanish, PDFAFlavour.PDFUA_1));
    try (var pdf = Loader.loadPDF(spanish)) {
      assertEquals("es", pdf.getDocumentCatalog().getLanguage());
      assertTrue(text(pdf).contains("Tabla 2"));
    }
  }

  @Test
  void equal_documents_give_equal_bytes() {
    assertArrayEquals(printed, PDFS.print(SampleReport.of(Language.ENGLISH)));
  }

  @Test
  void its_dates_are_those_of_the_edition() throws IOException {
    try (var pdf = Loader.loadPDF(printed)) {
      var issued = Instant.parse("2026-06-30T12:00:00Z");
      assertEquals(issued, pdf.getDocumentInformation().getCreationDate().toInstant());
      var metadata = new String(pdf.getDocumentCatalog().getMetadata().toByteArray());
      assertTrue(metadata.contains("<xmp:CreateDate>2026-06-30T12:00:00Z</xmp:CreateDate>"));
    }
  }

  @Test
  void its_words_can_be_found_and_copied() throws IOException {
    try (var pdf = Loader.loadPDF(printed)) {
      var text = text(pdf);
      assertTrue(text.contains("Table 2 lists them, Figure 4 shows the weights"), text);
      assertTrue(text.contains("α = 0.94"));
      assertTrue(text.contains("ICC(2,k) ≥ 0.90"));
      assertTrue(text.contains(SampleReport.HASH));
      assertTrue(text.contains("T2.6 Set up measuring circuits so that loading and"));
    }
  }

  @Test
  void it_is_tagged_and_has_bookmarks() throws IOException {
    try (var pdf = Loader.loadPDF(printed)) {
      assertTrue(pdf.getDocumentCatalog().getMarkInfo().isMarked());
      assertEquals("en", pdf.getDocumentCatalog().getLanguage());
      var titles = new ArrayList<String>();
      pdf.getDocumentCatalog()
          .getDocumentOutline()
          .children()
          .forEach(item -> titles.add(item.getTitle()));
      assertEquals(
          List.of(
              "1 Executive summary",
              "2 Method",
              "3 Task results",
              "4 Weights",
              "Appendix\u00a0A Survey instrument"),
          titles);
    }
  }

  @Test
  void every_figure_has_a_description() throws IOException {
    try (var pdf = Loader.loadPDF(printed)) {
      var figures = new ArrayList<PDStructureElement>();
      collect(pdf.getDocumentCatalog().getStructureTreeRoot(), figures);
      assertTrue(figures.size() >= 5, "pictures: " + figures.size());
      for (var figure : figures) {
        assertFalse(figure.getAlternateDescription().isBlank());
      }
      assertTrue(
          figures.getFirst().getAlternateDescription().contains("Highest: 6 to 10 years, 32.6"));
    }
  }

  @Test
  void every_font_is_embedded() throws IOException {
    try (var pdf = Loader.loadPDF(printed)) {
      for (var page : pdf.getPages())
        for (COSName name : page.getResources().getFontNames())
          assertTrue(page.getResources().getFont(name).isEmbedded(), name.getName());
    }
  }

  @Test
  void a_long_table_repeats_its_header() throws IOException {
    try (var pdf = Loader.loadPDF(printed)) {
      assertTrue(pagesWith(pdf, "Mean 95% CI n Decision") >= 2);
    }
  }

  private static String text(PDDocument pdf) throws IOException {
    return stripper().getText(pdf).replace('\u00a0', ' ');
  }

  /** Reads from top to bottom: a PDF may paint bold words after the line they stand in. */
  private static PDFTextStripper stripper() {
    var stripper = new PDFTextStripper();
    stripper.setSortByPosition(true);
    return stripper;
  }

  private static int pagesWith(PDDocument pdf, String words) throws IOException {
    int pages = 0;
    for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
      var stripper = stripper();
      stripper.setStartPage(page);
      stripper.setEndPage(page);
      if (stripper.getText(pdf).contains(words)) pages++;
    }
    return pages;
  }

  private static void collect(PDStructureNode node, List<PDStructureElement> figures) {
    for (var kid : node.getKids())
      if (kid instanceof PDStructureElement element) {
        if ("Figure".equals(element.getStructureType())) figures.add(element);
        collect(element, figures);
      }
  }

  private static List<String> failures(byte[] pdf, PDFAFlavour flavour)
      throws VeraPDFException, IOException {
    try (var parser =
            Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
        var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
      return validator.validate(parser).getTestAssertions().stream()
          .map(failed -> failed.getRuleId().getClause() + " " + failed.getMessage())
          .distinct()
          .toList();
    }
  }
}
