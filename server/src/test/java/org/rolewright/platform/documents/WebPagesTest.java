package org.rolewright.platform.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.rolewright.platform.text.Language;
import org.rolewright.platform.text.Texts;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class WebPagesTest {
  private static final String ATTACK = "\"><script>alert('x')</script>&";

  private final WebPages pages = new WebPages(new Texts());

  @Test
  void whatever_people_write_is_escaped() throws Exception {
    var article = pages.article(hostile());
    assertFalse(article.contains("<script"), article);
    assertFalse(article.contains("</script"), article);
    var root = parsed(article);
    assertEquals(ATTACK, root.getElementsByTagName("h1").item(0).getTextContent());
    assertEquals(ATTACK, root.getElementsByTagName("td").item(0).getTextContent());
  }

  @Test
  void the_page_needs_no_script_and_no_inline_style() throws IOException {
    var page = pages.page(SampleReport.of(Language.ENGLISH));
    Files.createDirectories(Path.of("target", "documents"));
    Files.writeString(Path.of("target", "documents", "sample.html"), page);
    assertFalse(page.contains("<script"));
    assertFalse(page.contains("<style"));
    assertFalse(page.contains(" style="));
    assertFalse(Pattern.compile("\\son[a-z]+=").matcher(page).find());
  }

  @Test
  void ids_are_unique_and_every_reference_has_its_target() throws Exception {
    var root = parsed(pages.article(SampleReport.of(Language.ENGLISH)));
    var ids = new HashSet<String>();
    for (var element : elements(root, "*"))
      if (element.hasAttribute("id")) assertTrue(ids.add(element.getAttribute("id")));
    for (var link : elements(root, "a"))
      if (link.getAttribute("href").startsWith("#"))
        assertTrue(ids.contains(link.getAttribute("href").substring(1)), link.getTextContent());
  }

  @Test
  void tables_have_captions_and_scoped_headers() throws Exception {
    var root = parsed(pages.article(SampleReport.of(Language.ENGLISH)));
    var tables = elements(root, "table");
    assertEquals(7, tables.size(), "two tables and the numbers of five figures");
    for (var table : tables) {
      assertEquals(1, elements(table, "caption").size());
      for (var header : elements(table, "th"))
        assertTrue(List.of("col", "row", "rowgroup").contains(header.getAttribute("scope")));
    }
  }

  @Test
  void figures_have_captions_and_their_numbers() throws Exception {
    var root = parsed(pages.article(SampleReport.of(Language.ENGLISH)));
    var figures = elements(root, "figure");
    assertEquals(5, figures.size());
    for (var figure : figures) {
      assertEquals(1, elements(figure, "figcaption").size());
      assertEquals(1, elements(figure, "details").size());
      assertTrue(elements(figure, "tr").size() > 1);
    }
    assertTrue(
        elements(root, "figcaption")
            .getFirst()
            .getTextContent()
            .startsWith("Figure\u00a01. Respond"));
  }

  @Test
  void sections_tables_and_figures_are_numbered_in_the_readers_language() throws Exception {
    var root = parsed(pages.article(SampleReport.of(Language.SPANISH)));
    assertEquals("es", root.getAttribute("lang"));
    assertEquals("2.2 Respondents", elements(root, "h3").get(1).getTextContent());
    assertTrue(elements(root, "caption").getFirst().getTextContent().startsWith("Tabla\u00a01."));
    assertTrue(root.getTextContent().contains("30 de junio de 2026"));
    assertTrue(root.getTextContent().contains("Anexo\u00a0A"));
  }

  @Test
  void two_parts_cannot_share_an_id() {
    var section = Section.of("same", "One");
    assertThrows(IllegalArgumentException.class, () -> document(List.of(section, section)));
  }

  @Test
  void a_row_that_does_not_fit_its_table_is_refused() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new Block.Table(
                "t",
                "Caption",
                List.of(Block.Column.text("A"), Block.Column.number("B")),
                List.of(Block.Row.of("only one")),
                ""));
  }

  @Test
  void a_reference_to_nothing_is_refused() {
    var words = Block.paragraph(new Inline.Reference("nowhere"));
    assertThrows(
        RuntimeException.class,
        () -> pages.article(document(List.of(Section.of("a", "A", words)))));
  }

  @Test
  void a_link_goes_to_the_web_only() {
    assertThrows(
        IllegalArgumentException.class, () -> new Inline.Link("here", "javascript:alert(1)"));
  }

  private static Document hostile() {
    var table =
        new Block.Table(
            "t",
            ATTACK,
            List.of(Block.Column.text(ATTACK), Block.Column.number("n")),
            List.of(Block.Row.of(ATTACK, ATTACK)),
            ATTACK);
    return new Document(
        Language.ENGLISH,
        new Cover(ATTACK, ATTACK, ATTACK, List.of(new Fact(ATTACK, ATTACK))),
        new Edition(ATTACK, ATTACK, ATTACK, Instant.EPOCH),
        List.of(
            Section.of(
                "s",
                ATTACK,
                Block.paragraph(new Inline.Strong(ATTACK), new Inline.Footnote(ATTACK)),
                new Block.Bullets(List.of(ATTACK)),
                table)),
        List.of());
  }

  private static Document document(List<Section> sections) {
    return new Document(
        Language.ENGLISH,
        new Cover("O", "T", "S", List.of()),
        new Edition("1", "", "", Instant.EPOCH),
        sections,
        List.of());
  }

  private static Element parsed(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml.strip())))
        .getDocumentElement();
  }

  private static List<Element> elements(Element within, String name) {
    var found = within.getElementsByTagName(name);
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
  }
}
