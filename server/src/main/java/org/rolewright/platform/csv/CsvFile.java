package org.rolewright.platform.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.rolewright.platform.Refusal;

/**
 * A CSV file with a header, separated by commas, semicolons or tabs.
 *
 * @param header the first line's cells
 * @param lines all others but empty ones
 */
public record CsvFile(List<String> header, List<CsvLine> lines) {
  private static final Pattern UNREADABLE = Pattern.compile("[\\p{Cntrl}\\uFFFD&&[^\\t\\r\\n]]");

  public CsvFile {
    header = List.copyOf(header);
    lines = List.copyOf(lines);
  }

  /**
   * Reads a file, or refuses it whole.
   *
   * @param mostLines most lines allowed below the header
   * @throws Refusal.BrokenRule with the line in question
   */
  public static CsvFile read(byte[] bytes, int mostLines) {
    var text = decoded(bytes);
    if (text.isBlank()) throw new Refusal.BrokenRule("csvEmpty");
    try (var parser = CSVParser.parse(text, format(text))) {
      return read(parser, mostLines);
    } catch (CSVException | UncheckedIOException _) {
      throw openQuotation(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CsvFile read(CSVParser parser, int mostLines) {
    var lines = new ArrayList<CsvLine>();
    var header = List.<String>of();
    var begins = 1L;
    for (var row : parser) {
      var isEmpty = row.stream().allMatch(String::isBlank);
      if (header.isEmpty() && !isEmpty) header = header(row);
      else if (!isEmpty) lines.add(line((int) begins, row, header.size()));
      if (lines.size() > mostLines)
        throw new Refusal.BrokenRule("csvTooManyLines", Map.of("limit", mostLines));
      begins = parser.getCurrentLineNumber() + 1;
    }
    if (lines.isEmpty()) throw new Refusal.BrokenRule("csvEmpty");
    return new CsvFile(header, lines);
  }

  private static List<String> header(CSVRecord row) {
    var header = row.stream().map(String::strip).toList();
    var seen = new HashSet<String>();
    for (var name : header)
      if (!seen.add(name.toLowerCase(Locale.ROOT)))
        throw new Refusal.BrokenRule("csvColumnTwice", Map.of("column", name));
    return header;
  }

  private static CsvLine line(int number, CSVRecord row, int columns) {
    var cells = row.stream().map(String::strip).toList();
    return new CsvLine(number, cells, fault(cells, columns));
  }

  private static Optional<Refusal.Fault> fault(List<String> cells, int columns) {
    if (cells.size() != columns)
      return Optional.of(
          new Refusal.Fault("", "csvColumns", Map.of("limit", columns, "found", cells.size())));
    for (var cell : cells) {
      if (isFormula(cell))
        return Optional.of(new Refusal.Fault("", "csvFormula", Map.of("cell", shortened(cell))));
      if (UNREADABLE.matcher(cell).find())
        return Optional.of(new Refusal.Fault("", "csvUnreadable", Map.of("cell", shortened(cell))));
    }
    return Optional.empty();
  }

  /** Whether a spreadsheet would compute the cell instead of showing it. */
  private static boolean isFormula(String cell) {
    return !cell.isEmpty() && "=+-@".indexOf(cell.charAt(0)) >= 0;
  }

  private static String shortened(String cell) {
    return cell.length() <= 30 ? cell : cell.substring(0, 30) + "…";
  }

  private static String decoded(byte[] bytes) {
    var in = ByteBuffer.wrap(bytes);
    var out = CharBuffer.allocate(bytes.length);
    var result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
    if (result.isError())
      throw new Refusal.BrokenRule("csvNotUtf8", Map.of("line", lineAt(bytes, in.position())));
    var text = out.flip().toString();
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static int lineAt(byte[] bytes, int position) {
    int line = 1;
    for (int at = 0; at < position; at++) if (bytes[at] == '\n') line++;
    return line;
  }

  /** The separator that the first line holds most of. */
  private static CSVFormat format(String text) {
    var first = text.stripLeading().lines().findFirst().orElse("");
    char separator = ',';
    for (char other : new char[] {';', '\t'})
      if (count(first, other) > count(first, separator)) separator = other;
    return CSVFormat.RFC4180.builder().setDelimiter(separator).get();
  }

  private static long count(String text, char sought) {
    return text.chars().filter(c -> c == sought).count();
  }

  /** Names the last line up to which the quotation marks are even. */
  private static Refusal openQuotation(String text) {
    var lines = Arrays.asList(text.split("\\R", -1));
    int begins = 1;
    long marks = 0;
    for (int at = 0; at < lines.size(); at++) {
      if (marks % 2 == 0) begins = at + 1;
      marks += count(lines.get(at), '"');
    }
    return new Refusal.BrokenRule("csvOpenQuotation", Map.of("line", begins));
  }
}
