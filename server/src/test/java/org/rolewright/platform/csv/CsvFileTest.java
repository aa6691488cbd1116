package org.rolewright.platform.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rolewright.platform.Refusal;

class CsvFileTest {
  private static CsvFile read(String text) {
    return CsvFile.read(text.getBytes(StandardCharsets.UTF_8), 5);
  }

  private static Refusal refused(String text) {
    return refused(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Refusal refused(byte[] bytes) {
    return assertThrows(Refusal.BrokenRule.class, () -> CsvFile.read(bytes, 5));
  }

  private static String fault(CsvFile file, int line) {
    return file.lines().get(line).fault().orElseThrow().key();
  }

  @Test
  void cells_are_read_with_quotes_breaks_and_a_byte_order_mark() {
    var file =
        read(
            "\uFEFFdomain,task\r\nA,\"one, two\r\nthree\"\r\n\r\nB, \"\"\r\n"
                .replace(", \"", ",\""));
    assertEquals(List.of("domain", "task"), file.header());
    assertEquals("one, two\r\nthree", file.lines().get(0).cell(1));
    assertEquals(List.of(2, 5), file.lines().stream().map(CsvLine::number).toList());
    assertTrue(file.lines().stream().allMatch(CsvLine::usable));
  }

  @Test
  void semicolons_and_tabs_separate_too() {
    assertEquals("b, c", read("x;y\na;b, c\n").lines().getFirst().cell(1));
    assertEquals("b", read("x\ty\na\tb\n").lines().getFirst().cell(1));
  }

  @Test
  void a_wrong_number_of_cells_is_named_with_its_line() {
    var file = read("a,b\n1,2\n1\n1,2,3\n");
    assertTrue(file.lines().get(0).usable());
    assertEquals("csvColumns", fault(file, 1));
    assertEquals("csvColumns", fault(file, 2));
    assertEquals(4, file.lines().get(2).number());
  }

  @Test
  void a_cell_that_a_spreadsheet_would_compute_is_refused() {
    var file = read("a,b\n1,=1+1\n1,+2\n1,-2\n1,@sum\n1, =x\n");
    for (var line = 0; line < 5; line++) assertEquals("csvFormula", fault(file, line));
  }

  @Test
  void a_windows_file_is_refused_with_the_line_of_the_first_such_character() {
    var refusal = refused("a\nplain\nniño\n".getBytes(Charset.forName("windows-1252")));
    assertEquals("csvNotUtf8", refusal.key());
    assertEquals(3, refusal.values().get("line"));
  }

  @Test
  void a_file_cut_off_inside_a_character_is_not_utf8() {
    var bytes = "a\nniñ".getBytes(StandardCharsets.UTF_8);
    assertEquals("csvNotUtf8", refused(java.util.Arrays.copyOf(bytes, bytes.length - 1)).key());
  }

  @Test
  void an_empty_file_and_one_of_a_header_only_are_refused() {
    assertEquals("csvEmpty", refused("").key());
    assertEquals("csvEmpty", refused(" \n\n").key());
    assertEquals("csvEmpty", refused("a,b\n\n").key());
  }

  @Test
  void a_file_with_too_many_lines_is_refused() {
    assertEquals(5, read("a\n1\n2\n3\n4\n5\n").lines().size());
    assertEquals("csvTooManyLines", refused("a\n1\n2\n3\n4\n5\n6\n").key());
  }

  @Test
  void a_quotation_mark_left_open_is_named_with_its_line() {
    var refusal = refused("a,b\n1,2\n3,\"4\n5,6\n");
    assertEquals("csvOpenQuotation", refusal.key());
    assertEquals(3, refusal.values().get("line"));
    assertEquals("csvOpenQuotation", refused("a,b\n1,\"2\"x\n").key());
  }

  @Test
  void a_column_named_twice_is_refused() {
    assertEquals("csvColumnTwice", refused("a,A\n1,2\n").key());
  }

  @Test
  void unreadable_characters_are_named() {
    assertEquals("csvUnreadable", fault(read("a\nx\uFFFDy\n"), 0));
    assertEquals("csvUnreadable", fault(read("a\nx\u0000y\n"), 0));
  }
}
