package org.rolewright.platform.datasets;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.rolewright.platform.datasets.Column.Kind;

/**
 * A column as SPSS is told of it. Why a number is missing becomes a code declared as missing: −9
 * for the first reason of its column, −8 for the second and so on. Names and labels keep to the
 * lengths that SPSS allows (64, 256 and 120 bytes).
 *
 * @param bytes of the longest cell
 */
record SpssVariable(Column column, String name, int bytes) {
  private static final int NAME_LENGTH = 50;
  private static final int LABEL_BYTES = 250;
  private static final int VALUE_LABEL_BYTES = 118;
  private static final int LINE_LENGTH = 80;
  private static final int FIRST_MISSING = -9;
  private static final Set<String> RESERVED =
      Set.of("all", "and", "by", "eq", "ge", "gt", "le", "lt", "ne", "not", "or", "to", "with");

  static List<SpssVariable> of(DataFile file) {
    var taken = new HashSet<String>();
    var variables = new ArrayList<SpssVariable>();
    for (int at = 0; at < file.columns().size(); at++) {
      var column = file.columns().get(at);
      variables.add(new SpssVariable(column, name(column.name(), taken), bytes(file, at)));
    }
    return variables;
  }

  /** Letters, digits, points and lines, beginning with a letter, different in any case. */
  private static String name(String column, Set<String> taken) {
    var plain = column.replaceAll("[^A-Za-z0-9_.]", "_").replaceAll("[._]+$", "");
    var begun =
        plain.matches("[A-Za-z].*") && !plain.startsWith("read.") && !reserved(plain)
            ? plain
            : "v_" + plain;
    var cut = begun.substring(0, Math.min(begun.length(), NAME_LENGTH));
    var name = cut;
    for (int number = 2; !taken.add(name.toLowerCase(Locale.ROOT)); number++)
      name = cut + "_" + number;
    return name;
  }

  private static boolean reserved(String name) {
    return RESERVED.contains(name.toLowerCase(Locale.ROOT));
  }

  private static int bytes(DataFile file, int column) {
    return file.rows().stream()
        .mapToInt(row -> utf8(DataFile.safe(row.get(column))))
        .reduce(1, Math::max);
  }

  /** How its cells are read: as text, for a word may stand where a number is missing. */
  String read() {
    return "%s A%d".formatted(raw(), bytes);
  }

  private String raw() {
    return isNumber() ? "read." + name : name;
  }

  private boolean isNumber() {
    return column.kind() == Kind.NUMBER;
  }

  /** What is said of it once it is read. */
  String commands() {
    var said = new StringBuilder();
    if (!name.equals(column.name()))
      said.append("* %s is the column %s.\n".formatted(name, oneLine(column.name())));
    if (isNumber()) said.append(recode());
    said.append(
        "VARIABLE LABELS %s\n  %s.\n".formatted(name, literal(column.label(), LABEL_BYTES)));
    if (!column.values().isEmpty() || !column.missing().isEmpty()) said.append(valueLabels());
    if (!column.missing().isEmpty())
      said.append("MISSING VALUES %s (%s).\n".formatted(name, String.join(", ", missing())));
    return said.toString();
  }

  private String recode() {
    var missing =
        IntStream.range(0, column.missing().size())
            .mapToObj(at ->
                "(%s=%d) "
                    .formatted(
                        literal(blank(column.missing().get(at).cell()), VALUE_LABEL_BYTES),
                        FIRST_MISSING + at))
            .collect(Collectors.joining());
    return """
    RECODE %s %s(CONVERT) INTO %s.
    FORMATS %s (F8.0).
    VARIABLE LEVEL %s (%s).
    """
        .formatted(
            raw(), missing, name, name, name, column.values().isEmpty() ? "SCALE" : "ORDINAL");
  }

  private String valueLabels() {
    var lines = new ArrayList<String>();
    for (var value : column.values())
      lines.add(
          (isNumber() ? value.cell() : literal(blank(value.cell()), VALUE_LABEL_BYTES))
              + " "
              + literal(value.words(), VALUE_LABEL_BYTES));
    for (int at = 0; at < column.missing().size(); at++)
      lines.add(
          missing().get(at) + " " + literal(column.missing().get(at).words(), VALUE_LABEL_BYTES));
    return "VALUE LABELS %s\n  %s.\n".formatted(name, String.join("\n  ", lines));
  }

  private List<String> missing() {
    return IntStream.range(0, column.missing().size())
        .mapToObj(at ->
            isNumber()
                ? String.valueOf(FIRST_MISSING + at)
                : literal(blank(column.missing().get(at).cell()), VALUE_LABEL_BYTES))
        .toList();
  }

  /** SPSS fills texts up with blanks; an empty one is blank. */
  private static String blank(String cell) {
    return cell.isEmpty() ? " " : cell;
  }

  /** In quotation marks, cut to a length, in pieces where the line would be long. */
  static String literal(String words, int mostBytes) {
    var pieces = new ArrayList<String>();
    var piece = new StringBuilder();
    for (int c : cut(oneLine(words), mostBytes).codePoints().toArray()) {
      piece.append(c == '\'' ? "''" : Character.toString(c));
      if (piece.length() < LINE_LENGTH) continue;
      pieces.add(piece.toString());
      piece.setLength(0);
    }
    if (!piece.isEmpty() || pieces.isEmpty()) pieces.add(piece.toString());
    return pieces.stream().collect(Collectors.joining("' +\n    '", "'", "'"));
  }

  private static String oneLine(String words) {
    return words.replaceAll("\\p{Cntrl}+", " ");
  }

  private static String cut(String words, int mostBytes) {
    if (utf8(words) <= mostBytes) return words;
    var kept = new StringBuilder();
    for (int c : words.codePoints().toArray()) {
      if (utf8(kept.toString() + Character.toString(c) + "…") > mostBytes) break;
      kept.appendCodePoint(c);
    }
    return kept + "…";
  }

  private static int utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
