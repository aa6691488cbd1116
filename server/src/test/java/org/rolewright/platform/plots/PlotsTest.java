package org.rolewright.platform.plots;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rolewright.platform.text.Formats;
import org.rolewright.platform.text.Language;
import org.rolewright.platform.text.Texts;

/**
 * What must hold of every figure, in both languages and at every width. Text is measured here with
 * the embedded Noto Sans itself, not with the kit's own table.
 */
class PlotsTest {
  private static final Texts TEXTS = new Texts();
  private static final Axis SCALE =
      new Axis("Importance (0 of no importance – 4 critical)", 0, 4, 2);
  private static final String LONG =
      "Coordinate the interdisciplinary evaluation of nonconforming instruments & <reference>"
          + " standards according to contractual, regulatory and organisational requirements"
          + " Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";

  record Case(String name, Plot plot, int width, Language language) {
    Figure drawn() {
      return plot.draw(Sheet.screen("f1", width, new Formats(language, TEXTS)));
    }

    @Override
    public String toString() {
      return name + " " + width + " " + language.code();
    }
  }

  static Stream<Case> cases() {
    var cases = new ArrayList<Case>();
    for (var language : Language.values())
      for (int width : new int[] {320, 360, 640, 720, 1200}) {
        cases.add(new Case("dots", dots(28, 5, false), width, language));
        cases.add(new Case("one task", dots(1, 1, false), width, language));
        cases.add(new Case("150 long tasks", dots(150, 9, true), width, language));
        cases.add(new Case("equal values", equalDots(), width, language));
        cases.add(new Case("beyond and undefined", odd(), width, language));
        cases.add(new Case("map", map(28, 5, false), width, language));
        cases.add(new Case("map of one", map(1, 1, false), width, language));
        cases.add(new Case("map of 150", map(150, 9, false), width, language));
        cases.add(new Case("map, equal values", map(40, 3, true), width, language));
        cases.add(new Case("weights", weights(), width, language));
        cases.add(new Case("profile", profile(), width, language));
        cases.add(new Case("histogram", histogram(), width, language));
        cases.add(new Case("curves", curves(), width, language));
        cases.add(
            new Case(
                "empty", new DotPlot("Nothing", SCALE, List.of(), List.of()), width, language));
      }
    return cases.stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void only_presentation_attributes_are_used(Case plot) {
    for (var picture : plot.drawn().pictures())
      for (var element : Drawing.of(picture).all("*")) {
        assertFalse(element.hasAttribute("style"));
        assertFalse(List.of("style", "script", "foreignObject").contains(element.getTagName()));
        for (int i = 0; i < element.getAttributes().getLength(); i++)
          assertFalse(element.getAttributes().item(i).getNodeName().startsWith("on"));
      }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void every_figure_and_every_mark_is_named(Case plot) {
    for (var picture : plot.drawn().pictures()) {
      var drawing = Drawing.of(picture);
      assertEquals("f1-title f1-desc", drawing.root().getAttribute("aria-labelledby"));
      assertFalse(drawing.all("desc").getFirst().getTextContent().isBlank());
      for (var mark : drawing.marks()) {
        assertEquals("title", mark.getFirstChild().getNodeName());
        assertFalse(mark.getFirstChild().getTextContent().isBlank());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void no_labels_overlap(Case plot) {
    for (var picture : plot.drawn().pictures()) {
      var texts = Drawing.of(picture).texts();
      for (int i = 0; i < texts.size(); i++)
        for (int k = i + 1; k < texts.size(); k++)
          assertFalse(
              texts.get(i).box().intersects(texts.get(k).box()),
              texts.get(i) + " over " + texts.get(k));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void the_width_is_kept_and_nothing_leaves_the_picture(Case plot) {
    for (var picture : plot.drawn().pictures()) {
      var drawing = Drawing.of(picture);
      assertEquals(String.valueOf(plot.width()), drawing.root().getAttribute("width"));
      assertEquals(
          "0 0 " + plot.width() + " " + picture.height(), drawing.root().getAttribute("viewBox"));
      for (var text : drawing.texts())
        assertTrue(
            text.inside(plot.width(), picture.height()), text + " leaves " + picture.height());
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void no_text_is_of_the_size_that_the_pdf_engine_garbles(Case plot) {
    for (var picture : plot.drawn().pictures())
      for (var text : Drawing.of(picture).all("text"))
        assertNotEquals(12.0, Double.parseDouble(text.getAttribute("font-size")));
  }

  @Test
  void every_value_is_a_mark_and_a_row() {
    var figure = english(dots(150, 9, true), 360);
    assertEquals(150, Drawing.of(figure.pictures().getFirst()).marks().size());
    assertEquals(150, figure.data().rows().size());
  }

  @Test
  void a_mark_stands_where_its_value_lies() {
    var plot =
        new DotPlot(
            "c",
            new Axis("x", 0, 4, 2),
            List.of(
                new DotPlot.Group(
                    "",
                    List.of(
                        new DotPlot.Dot("A", "", Measure.of(0), 9),
                        new DotPlot.Dot("B", "", Measure.of(3), 9),
                        new DotPlot.Dot("C", "", Measure.of(4), 9)))),
            List.of());
    var circles = Drawing.of(english(plot, 720).pictures().getFirst()).all("circle");
    double low = Double.parseDouble(circles.get(0).getAttribute("cx"));
    double mid = Double.parseDouble(circles.get(1).getAttribute("cx"));
    double high = Double.parseDouble(circles.get(2).getAttribute("cx"));
    assertEquals(0.75, (mid - low) / (high - low), 0.002);
  }

  @Test
  void an_undefined_value_is_shown_as_such() {
    var figure = english(odd(), 640);
    assertTrue(figure.svg().contains(">n/a<"));
    assertTrue(figure.svg().contains("U Undefined: n/a"));
    assertTrue(figure.data().rows().stream().anyMatch(row -> row.contains("n/a")));
    assertTrue(figure.description().contains("No value: U Undefined"), figure.description());
    assertTrue(spanish(odd(), 640).svg().contains(">n. d.<"));
  }

  @Test
  void a_value_beyond_the_axis_is_an_arrow_at_its_end() {
    var drawing = Drawing.of(english(odd(), 640).pictures().getFirst());
    assertEquals(2, drawing.all("polyline").size());
    assertTrue(drawing.names().contains("H High: 4.70 (4.50 to 4.90), beyond the axis, n = 20"));
  }

  @Test
  void a_map_names_the_points_it_cannot_place() {
    var crowded = english(map(40, 3, true), 360);
    assertEquals(40, Drawing.of(crowded.pictures().getFirst()).marks().size());
    assertTrue(crowded.svg().contains("No room for a label: T"));
    var undefined =
        new ScatterMap(
            "c",
            plane(),
            List.of(
                new ScatterMap.Group(
                    "g",
                    List.of(
                        new ScatterMap.Point("T1", "One", 1, Double.NaN),
                        new ScatterMap.Point("T2", "Two", 1, 2)))));
    assertTrue(english(undefined, 360).svg().contains("No value: T1"));
  }

  @Test
  void groups_differ_by_shape_dash_and_colour() {
    var shapes = new HashSet<String>();
    var dashes = new HashSet<String>();
    var colours = new HashSet<String>();
    for (var look : Look.values()) {
      var svg = new Svg();
      look.draw(svg, 0, 0, 4);
      shapes.add(svg.toString());
      dashes.add(look.dash());
      colours.add(look.colour());
    }
    assertEquals(8, shapes.size());
    assertEquals(8, dashes.size());
    assertEquals(8, colours.size());
  }

  /** WCAG 2.2, success criterion 1.4.11 asks for 3; text-sized marks get 4.5. */
  @Test
  void every_colour_stands_out_from_white_paper() {
    for (var look : Look.values())
      assertTrue(1.05 / (luminance(look.colour()) + 0.05) >= 4.5, look.colour());
  }

  @Test
  void numbers_are_written_as_the_reader_writes_them() {
    assertTrue(english(dots(3, 1, false), 640).svg().contains("(2.80 to 3.20)"));
    assertTrue(spanish(dots(3, 1, false), 640).svg().contains("(2,80 a 3,20)"));
  }

  @Test
  void an_abbreviated_label_keeps_its_words_in_the_name() {
    var figure = english(dots(1, 1, true), 360);
    var drawing = Drawing.of(figure.pictures().getFirst());
    assertTrue(drawing.texts().stream().anyMatch(text -> text.words().endsWith("…")));
    assertTrue(drawing.names().getFirst().startsWith("T1 " + LONG));
  }

  @Test
  void adopted_weights_stand_beside_the_derived() {
    var figure = english(weights(), 640);
    assertEquals(
        List.of("Domain", "Derived", "Interval from", "Interval to", "Adopted"),
        List.copyOf(figure.data().headers()).stream()
            .map(header -> header.equals("Group") ? "Domain" : header)
            .toList());
    assertTrue(
        Drawing.of(figure.pictures().getFirst())
            .names()
            .contains("1 Plan: Derived 16.4 (14.9 to 17.8), Adopted 16.0"));
  }

  @Test
  void a_long_plot_goes_on_in_further_pictures() {
    var sheet = new Sheet("f9", 640, 450, new Formats(Language.ENGLISH, TEXTS));
    var figure = dots(150, 2, true).draw(sheet);
    assertTrue(figure.pictures().size() > 5);
    var ids = new ArrayList<String>();
    int marks = 0;
    for (var picture : figure.pictures()) {
      assertTrue(picture.height() <= 450, "height " + picture.height());
      var drawing = Drawing.of(picture);
      marks += drawing.marks().size();
      for (var element : drawing.all("*"))
        if (element.hasAttribute("id")) ids.add(element.getAttribute("id"));
    }
    assertEquals(150, marks);
    assertEquals(ids.size(), new HashSet<>(ids).size());
    assertTrue(figure.pictures().get(1).svg().contains("(continued)"));
    assertTrue(figure.pictures().get(1).svg().contains("(2 of "));
  }

  @Test
  void the_same_plot_gives_the_same_picture() {
    assertEquals(english(map(28, 5, false), 720), english(map(28, 5, false), 720));
  }

  @Test
  void what_people_write_cannot_break_out() {
    var figure = english(dots(1, 1, true), 720);
    assertFalse(figure.svg().contains("<reference>"));
    assertTrue(figure.svg().contains("&amp; &lt;reference&gt;"));
  }

  @Test
  void nonsense_is_refused() {
    assertThrows(IllegalArgumentException.class, () -> new Axis("x", 2, 2, 0));
    assertThrows(IllegalArgumentException.class, () -> new Axis("x", Double.NaN, 2, 0));
    assertThrows(
        IllegalArgumentException.class,
        () -> Sheet.screen("f\"", 640, new Formats(Language.ENGLISH, TEXTS)));
  }

  @Test
  void ticks_are_round_numbers_inside_the_axis() {
    var scale = new Scale(new Axis("x", -1, 4.3, 1), 0, 300);
    assertEquals(
        List.of(-1.0, 0.0, 1.0, 2.0, 3.0, 4.0), Arrays.stream(scale.ticks(44)).boxed().toList());
    assertEquals(0, scale.tickDecimals(44));
  }

  private static Figure english(Plot plot, int width) {
    return new Case("", plot, width, Language.ENGLISH).drawn();
  }

  private static Figure spanish(Plot plot, int width) {
    return new Case("", plot, width, Language.SPANISH).drawn();
  }

  private static DotPlot dots(int tasks, int domains, boolean verbose) {
    var random = new Random(3);
    var groups = new ArrayList<DotPlot.Group>();
    for (int d = 0; d < domains; d++) {
      var dots = new ArrayList<DotPlot.Dot>();
      for (int t = d; t < tasks; t += domains) {
        double mean = t == 0 ? 3 : 4 * random.nextDouble();
        dots.add(
            new DotPlot.Dot(
                "T" + (t + 1),
                verbose ? LONG : "Verify conditions",
                new Measure(mean, mean - 0.2, mean + 0.2),
                187));
      }
      groups.add(new DotPlot.Group((d + 1) + " " + (verbose ? LONG : "Plan the work"), dots));
    }
    return new DotPlot("Importance", SCALE, groups, List.of(new Threshold("Retention limit", 2)));
  }

  private static DotPlot equalDots() {
    var dot = new DotPlot.Dot("T1", "Same", new Measure(4, 4, 4), 3);
    return new DotPlot(
        "c", SCALE, List.of(new DotPlot.Group("g", Collections.nCopies(30, dot))), List.of());
  }

  private static DotPlot odd() {
    return new DotPlot(
        "c",
        SCALE,
        List.of(
            new DotPlot.Group(
                "g",
                List.of(
                    new DotPlot.Dot("H", "High", new Measure(4.7, 4.5, 4.9), 20),
                    new DotPlot.Dot("L", "Low", new Measure(-0.5, -0.9, 0.1), 20),
                    new DotPlot.Dot("U", "Undefined", Measure.undefined(), 0),
                    new DotPlot.Dot("N", "No interval", Measure.of(2), 1)))),
        List.of(new Threshold("beyond", 9)));
  }

  private static ScatterMap.Plane plane() {
    return new ScatterMap.Plane(
        new Axis("Frequency", 0, 5, 2),
        new Axis("Importance", 0, 4, 2),
        List.of(new Threshold("limit", 1.5)),
        List.of(new Threshold("limit", 2)));
  }

  private static ScatterMap map(int tasks, int domains, boolean equal) {
    var random = new Random(5);
    var groups = new ArrayList<ScatterMap.Group>();
    for (int d = 0; d < domains; d++) {
      var points = new ArrayList<ScatterMap.Point>();
      for (int t = d; t < tasks; t += domains)
        points.add(
            new ScatterMap.Point(
                "T" + (t + 1),
                "Verify conditions",
                equal ? 5 : 5.5 * random.nextDouble(),
                equal ? 4 : 4 * random.nextDouble()));
      groups.add(new ScatterMap.Group((d + 1) + " Plan the work of the whole team", points));
    }
    return new ScatterMap("Tasks by frequency and importance", plane(), groups);
  }

  private static WeightBars weights() {
    return new WeightBars(
        "Weights",
        new Axis("Per cent of the examination", 0, 40, 1),
        new Series("Derived", "Adopted"),
        List.of(
            new WeightBars.Weight("1", "Plan", new Measure(16.4, 14.9, 17.8), 16),
            new WeightBars.Weight("2", LONG, new Measure(55, 50, 60), 44),
            new WeightBars.Weight("3", "None", Measure.undefined(), Double.NaN)));
  }

  private static BarChart profile() {
    return new BarChart(
        "Respondents",
        new Axis("Per cent", 0, 100, 1),
        new Series("Respondents", "Register"),
        List.of(
            new BarChart.Bar("Less than 2 years", 14, 7.5, 12.1),
            new BarChart.Bar(LONG, 173, 92.5, 87.9),
            new BarChart.Bar("Hidden", 0, Double.NaN, Double.NaN)));
  }

  private static Histogram histogram() {
    return new Histogram(
        "Scores",
        new Axis("Score", 0, 100, 0),
        "Candidates",
        List.of(
            new Histogram.Bin(0, 25, 0),
            new Histogram.Bin(25, 50, 12),
            new Histogram.Bin(50, 75, 1234),
            new Histogram.Bin(75, 100, 31)),
        List.of(new Threshold("Cut score", 58)));
  }

  private static LineChart curves() {
    return new LineChart(
        "Expected score",
        new Axis("Ability", -3, 3, 1),
        new Axis("Expected score of the whole form", 0, 60, 1),
        List.of(-2.0, -1.0, 0.0, 1.0, 2.0),
        List.of(
            new LineChart.Line("Form A", List.of(12.0, 25.5, 40.0, 51.0, 57.0)),
            new LineChart.Line("Form B", List.of(12.5, 26.0, Double.NaN, 50.5, 56.5))),
        List.of(new Threshold("Cut score", 0.3)));
  }

  @Test
  void a_curve_is_broken_where_it_has_no_value_and_says_where_curves_part() {
    var figure = curves().draw(Sheet.screen("f1", 720, new Formats(Language.ENGLISH, TEXTS)));
    var drawing = Drawing.of(figure.pictures().getFirst());
    assertEquals(3, drawing.all("polyline").size());
    assertTrue(
        figure.description().contains("farthest apart, by 0.5, where Ability is -2.0")
            || figure.description().contains("farthest apart, by 0.5, where Ability is −2.0"),
        figure.description());
    assertEquals(5, figure.data().rows().size());
  }

  private static double luminance(String hex) {
    double[] weights = {0.2126, 0.7152, 0.0722};
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      double c = Integer.parseInt(hex.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
      sum += weights[i] * (c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4));
    }
    return sum;
  }
}
