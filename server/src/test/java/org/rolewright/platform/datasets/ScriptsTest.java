package org.rolewright.platform.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rolewright.platform.datasets.Column.Kind;
import org.rolewright.platform.datasets.Column.Meaning;

/** Labels that try to break out of their quotation marks, and why a value is missing. */
class ScriptsTest {
  private static final String NASTY =
      "It's \"5\", a\\b, {%s}\nof ñandú 😀\t). stopifnot(FALSE) # ' + 'x";
  private static final Meaning BLANK = new Meaning("", "not \"answered\"");

  @TempDir private Path folder;

  private static DataFile file() {
    var codes = List.of(new Meaning("1", "Low 'n' \"slow\""), new Meaning("2", NASTY));
    var columns =
        List.of(
            Column.text("id", "identity"),
            new Column(
                "where",
                NASTY,
                Kind.CHOICE,
                List.of(new Meaning("a", "Añejo"), new Meaning("b", "Añejo")),
                List.of(BLANK)),
            new Column(
                "I.1.frequency",
                NASTY,
                Kind.NUMBER,
                codes,
                List.of(BLANK, new Meaning("NP", "no lo hago"))),
            new Column("1 of 2", "", Kind.NUMBER, List.of(), List.of(BLANK)),
            Column.text("all", "words"));
    return new DataFile(
        "raw",
        columns,
        List.of(
            List.of("r1", "a", "2", "7", "=1+1"),
            List.of("r2", "b", "NP", "", "dijo \"sí\",\r\nluego 'no'"),
            List.of("r3", "", "", "100", "NA"),
            List.of("r4", "b", "1", "0", "")));
  }

  private List<String> r(String... questions) throws Exception {
    Files.write(folder.resolve("raw.csv"), file().csv());
    Files.writeString(folder.resolve("read-data.R"), RScript.reading(List.of(file())));
    return Readers.r(
        folder,
        """
        source("read-data.R")
        say <- function(x) writeLines(enc2utf8(paste(x, collapse = "|")), useBytes = TRUE)
        %s
        """
            .formatted(String.join("\n", questions)));
  }

  @Test
  void R_reads_values_and_why_they_are_missing() throws Exception {
    assertEquals(
        List.of(
            "2|NA|NA|1",
            "NA|no lo hago|not \"answered\"|NA",
            "1.5",
            "7|NA|100|0",
            "Añejo (a)|Añejo (b)|NA|Añejo (b)",
            "'=1+1|dijo \"sí\", luego 'no'|NA|"),
        r(
            "say(as.vector(raw$I.1.frequency))",
            "say(raw$I.1.frequency.missing)",
            "say(mean(raw$I.1.frequency, na.rm = TRUE))",
            "say(as.vector(raw[['1 of 2']]))",
            "say(raw$where)",
            "say(raw$all)"));
  }

  @Test
  void R_has_every_label_letter_by_letter() throws Exception {
    var codePoints =
        NASTY
            .codePoints()
            .mapToObj(String::valueOf)
            .collect(java.util.stream.Collectors.joining("|"));
    assertEquals(
        List.of(codePoints, codePoints, "1|2"),
        r(
            "say(utf8ToInt(attr(raw$where, 'label')))",
            "say(utf8ToInt(names(attr(raw$I.1.frequency, 'labels'))[2]))",
            "say(attr(raw$I.1.frequency, 'labels'))"));
  }

  @Test
  void a_script_for_R_is_plain_ASCII() {
    assertTrue(
        RScript.reading(List.of(file())).chars().allMatch(c -> c == '\n' || c >= ' ' && c < 0x7f));
  }

  /** What PSPP 1.6.2 reads as wished; names, lengths and quotation as SPSS's manual asks. */
  @Test
  void syntax_of_SPSS_keeps_labels_inside_their_quotation_marks() {
    var syntax = SpssSyntax.reading(List.of(file()));
    for (var line : syntax.lines().toList()) {
      if (line.startsWith("*")) continue;
      var outside = line.replace("\"", "").replaceAll("'(?:[^']|'')*'", "");
      assertFalse(outside.contains("'"), line);
      assertFalse(outside.contains("stopifnot"), line);
      assertTrue(line.getBytes(StandardCharsets.UTF_8).length <= 251, line);
    }
    for (var line :
        List.of(
            "    read.v_1_of_2 A3",
            "    v_all A22",
            "* v_1_of_2 is the column 1 of 2.",
            "RECODE read.I.1.frequency (' '=-9) ('NP'=-8) (CONVERT) INTO I.1.frequency.",
            "MISSING VALUES I.1.frequency (-9, -8).",
            "MISSING VALUES where (' ').",
            "  1 'Low ''n'' \"slow\"'",
            "  -8 'no lo hago'.")) assertTrue(syntax.lines().toList().contains(line), line);
  }

  /** PSPP is the free program that speaks the language of SPSS. */
  @Test
  void PSPP_reads_values_labels_and_why_a_number_is_missing() throws Exception {
    Files.write(folder.resolve("raw.csv"), file().csv());
    var tables =
        Readers.pspp(
            folder,
            SpssSyntax.reading(List.of(file()))
                + "LIST where I.1.frequency v_1_of_2 v_all.\n"
                + "DESCRIPTIVES I.1.frequency v_1_of_2.\n"
                + "DISPLAY DICTIONARY.\n");
    var oneLine = NASTY.replace("\n", " ").replace("\t", " ").replace("\"", "\"\"");
    assertEquals(
        List.of("a,2,7,'=1+1", "b,-8,-9,\"dijo \"\"sí\"\", luego 'no'\"", ",-9,100,NA", "b,1,0,"),
        tables.subList(2, 6));
    var described = "\"" + oneLine + "\",2,1.50,.71,\"Low 'n' \"\"slow\"\"\",\"" + oneLine + "\"";
    assertTrue(tables.contains(described), String.join("\n", tables));
    assertTrue(tables.stream().anyMatch(line -> line.endsWith(",2,\"" + oneLine + "\"")));
  }

  @Test
  void a_label_that_is_too_long_is_cut_between_letters() {
    var literal = SpssVariable.literal("ñ".repeat(200), 21);
    assertEquals("'" + "ñ".repeat(9) + "…'", literal);
    var pieces = SpssVariable.literal("'".repeat(100), 250).split(" \\+\n    ");
    assertTrue(pieces.length > 1);
    for (var piece : pieces) assertTrue(piece.matches("'(''){1,40}'"), piece);
  }

  @Test
  void a_row_is_a_line_and_no_cell_a_formula() {
    var lines = new String(file().csv(), StandardCharsets.UTF_8).lines().toList();
    assertEquals(5, lines.size());
    assertEquals("r1,a,2,7,'=1+1", lines.get(1));
    assertEquals("r2,b,NP,,\"dijo \"\"sí\"\", luego 'no'\"", lines.get(2));
    for (var start : List.of("=", "+", "-", "@", "\t"))
      assertEquals("'" + start + "A1", DataFile.safe(start + "A1"));
    assertEquals("'-1+A1", DataFile.safe("-1+A1"));
    for (var harmless : List.of("1-2", "-1", "-0.25"))
      assertEquals(harmless, DataFile.safe(harmless));
  }
}
