package org.rolewright.certificate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rolewright.credential.Credential;
import org.rolewright.credential.CredentialId;
import org.rolewright.delivery.SittingId;
import org.rolewright.eligibility.CandidateId;
import org.rolewright.platform.PersonId;
import org.rolewright.platform.text.Language;
import org.rolewright.platform.text.Texts;
import org.rolewright.study.StudyId;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** Printed certificates, read back by a QR reader, a text reader and veraPDF. */
class CertificatePrinterTest {
  private static final CertificatePrinter PRINTER = new CertificatePrinter(new Texts());
  private static final String BASE = "https://exams.example.org";
  private static final String CODE = "2345-6789-ABCD";

  @BeforeAll
  static void initialise() {
    VeraGreenfieldFoundryProvider.initialise();
  }

  private static Credential held(Language language, String holder, String title) {
    var day = LocalDate.of(2026, 3, 5);
    return new Credential(
        new CredentialId(new UUID(1, 1)),
        new StudyId(new UUID(2, 2)),
        new CandidateId(new UUID(3, 3)),
        new SittingId(new UUID(4, 4)),
        new UUID(7, 7),
        "7KXM2QRT9BHW",
        holder,
        title,
        "Board of Peer Support",
        language,
        36,
        new PersonId(new UUID(5, 5)),
        Optional.of(
            new Credential.Issue(new PersonId(new UUID(6, 6)), day, LocalDate.of(2029, 3, 5))),
        Credential.Status.ACTIVE,
        List.of());
  }

  private static byte[] printed(Language language) throws Exception {
    var pdf = PRINTER.print(held(language, "Ana Ruiz", "Certified Peer Specialist"), CODE, BASE);
    var folder = Files.createDirectories(Path.of("target", "documents"));
    Files.write(folder.resolve("certificate-" + language.code() + ".pdf"), pdf);
    return pdf;
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void a_camera_reads_the_address_where_it_is_checked(Language language) throws Exception {
    try (var pdf = Loader.loadPDF(printed(language))) {
      var page = new PDFRenderer(pdf).renderImageWithDPI(0, 150);
      var dots = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
      var light = new RGBLuminanceSource(page.getWidth(), page.getHeight(), dots);
      var read = new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(light)));
      assertEquals(BASE + "/verify/#/7KXM-2QRT-9BHW/" + CODE, read.getText());
    }
  }

  @Test
  void its_words_can_be_read_in_both_languages() throws Exception {
    var english = text(printed(Language.ENGLISH));
    for (var words :
        List.of(
            "Board of Peer Support",
            "Ana Ruiz",
            "Certified Peer Specialist",
            "March 5, 2026",
            "March 5, 2029",
            "7KXM-2QRT-9BHW",
            CODE,
            BASE + "/verify/"))
      assertTrue(english.contains(words), words + " is not in: " + english);
    assertTrue(text(printed(Language.SPANISH)).contains("5 de marzo de 2029"));
  }

  private static String text(byte[] printed) throws Exception {
    try (var pdf = Loader.loadPDF(printed)) {
      return new PDFTextStripper().getText(pdf).replace('\u00a0', ' ');
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void it_conforms_to_pdf_ua_1_and_pdf_a_3a(Language language) throws Exception {
    var pdf = printed(language);
    for (var flavour : List.of(PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_3_A))
      try (var parser =
              Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
          var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
        var failures =
            validator.validate(parser).getTestAssertions().stream()
                .map(failed -> failed.getRuleId().getClause() + " " + failed.getMessage())
                .distinct()
                .toList();
        assertEquals(List.of(), failures, flavour.toString());
      }
  }

  @Test
  void the_longest_names_stay_on_one_landscape_page() throws Exception {
    var long200 = "Maximiliana Wolfeschlegelstein ".repeat(7).strip().substring(0, 200);
    for (var one :
        List.of(held(Language.SPANISH, long200, long200), held(Language.ENGLISH, "Li", "A")))
      try (var pdf = Loader.loadPDF(PRINTER.print(one, CODE, BASE))) {
        assertEquals(1, pdf.getNumberOfPages());
        var box = pdf.getPage(0).getMediaBox();
        assertTrue(box.getWidth() > box.getHeight());
      }
  }

  @Test
  void equal_certificates_give_equal_bytes() throws Exception {
    assertArrayEquals(printed(Language.ENGLISH), printed(Language.ENGLISH));
  }

  /** A picture made of dots would blur in print. */
  @Test
  void the_square_is_drawn_with_lines_not_dots() throws Exception {
    try (var pdf = Loader.loadPDF(printed(Language.ENGLISH))) {
      var resources = pdf.getPage(0).getResources();
      for (COSName name : resources.getXObjectNames())
        assertTrue(!resources.isImageXObject(name), name.getName());
    }
  }
}
