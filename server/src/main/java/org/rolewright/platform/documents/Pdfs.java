package org.rolewright.platform.documents;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.slf4j.Slf4jLogger;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.rolewright.platform.text.Formats;
import org.rolewright.platform.text.Texts;

/**
 * Documents as PDF/UA-1 and PDF/A-3 files: tagged, with bookmarks, embedded fonts and descriptions
 * of the figures. Equal documents give equal bytes.
 */
public final class Pdfs {
  private static final String PRODUCER = "Rolewright";

  private static final List<Face> FACES =
      List.of(
          new Face("NotoSans-Regular", "Noto Sans", 400, FontStyle.NORMAL),
          new Face("NotoSans-Bold", "Noto Sans", 700, FontStyle.NORMAL),
          new Face("NotoSans-Italic", "Noto Sans", 400, FontStyle.ITALIC),
          new Face("NotoSans-BoldItalic", "Noto Sans", 700, FontStyle.ITALIC),
          new Face("NotoSansMath-Regular", "Noto Sans Math", 400, FontStyle.NORMAL));

  private record Face(String name, String family, int weight, FontStyle style) {
    InputStream file() {
      return stream("/fonts/" + name + ".ttf");
    }
  }

  private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
  private final Texts texts;
  private final String reportCss = read("/documents/print.css");
  private final String diplomaCss = read("/documents/diploma.css");
  private final byte[] colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

  public Pdfs(Texts texts) {
    this.texts = texts;
    XRLog.setLoggerImpl(new Slf4jLogger());
  }

  public byte[] print(Document document) {
    return print(document, _ -> {});
  }

  /**
   * Prints and tells how far it is.
   *
   * @param progress hears a share from 0 to 1; what it throws stops the printing
   */
  public byte[] print(Document document, DoubleConsumer progress) {
    return print(html(document), document.edition().issued(), progress);
  }

  public byte[] print(Diploma diploma) {
    var output = new StringOutput();
    templates.render(
        "documents/diploma.jte", Map.of("diploma", diploma, "css", diplomaCss), output);
    return print(output.toString(), diploma.issued(), _ -> {});
  }

  private byte[] print(String html, Instant issued, DoubleConsumer progress) {
    var bytes = new ByteArrayOutputStream();
    var pages = new PageCounter(progress);
    try (var pdf = new PDDocument();
        var renderer =
            pages.listenTo(builder(html, pdf).usePageSupplier(pages).buildPdfRenderer())) {
      renderer.createPDFWithoutClosing();
      new Imprint(issued).press(pdf);
      pdf.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String html(Document document) {
    var output = new StringOutput();
    var page = new Page(document, new Formats(document.language(), texts));
    templates.render("documents/print.jte", Map.of("page", page, "css", reportCss), output);
    return output.toString();
  }

  private PdfRendererBuilder builder(String html, PDDocument pdf) throws IOException {
    var builder =
        new PdfRendererBuilder()
            .withHtmlContent(html, null)
            .useSVGDrawer(new BatikSVGDrawer())
            .usePdfUaAccessibility(true)
            .usePdfAConformance(PdfAConformance.PDFA_3_A)
            .useColorProfile(colours)
            .withProducer(PRODUCER)
            .usePDDocument(pdf);
    for (var face : FACES) {
      builder.useFont(
          new PDFontSupplier(font(face, pdf)), face.family(), face.weight(), face.style(), true);
      builder.useFont(
          face::file,
          face.family(),
          face.weight(),
          face.style(),
          true,
          EnumSet.of(FSFontUseCase.SVG));
    }
    return builder;
  }

  /** Without ligatures: looking for them takes nearly half of the time of printing. */
  private static PDFont font(Face face, PDDocument pdf) throws IOException {
    var font = new TTFParser().parse(new RandomAccessReadBuffer(face.file()));
    font.setEnableGsub(false);
    return PDType0Font.load(pdf, font, true);
  }

  private static InputStream stream(String path) {
    var stream = Pdfs.class.getResourceAsStream(path);
    if (stream == null) throw new IllegalStateException("missing from the build: " + path);
    return stream;
  }

  private static String read(String path) {
    try (var stream = stream(path)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
