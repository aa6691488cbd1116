package org.rolewright.psychometrics;

import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/**
 * One file of expected numbers. Reads inputs (JSON {@code null} becomes {@code NaN} = not answered;
 * a key {@code x} may instead stand as {@code x_csv}, a file beside the case) and compares results
 * with {@link #check}; every key of {@code expected} must be checked.
 */
public final class OracleCase {
  private final Path file;
  private final JsonNode root;
  private final Set<String> checked = new LinkedHashSet<>();
  private final List<String> differences = new ArrayList<>();

  private OracleCase(Path file, JsonNode root) {
    this.file = file;
    this.root = root;
  }

  static OracleCase read(Path file) {
    try {
      return new OracleCase(file, new ObjectMapper().readTree(file.toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A fresh copy without marks of what was checked. */
  OracleCase again() {
    return new OracleCase(file, root);
  }

  public String id() {
    return root.path("id").asText(file.getFileName().toString());
  }

  public String area() {
    return root.path("area").asText(id().substring(0, 1));
  }

  /** The method's text in lower case, to recognise a family by. */
  public String method() {
    return root.path("method").asText().toLowerCase(Locale.ROOT);
  }

  public JsonNode input() {
    return root.path("input");
  }

  public JsonNode expected() {
    return root.path("expected");
  }

  /** Whether the input has all these keys ({@code x} is also found as {@code x_csv}). */
  public boolean has(String... keys) {
    return Arrays.stream(keys).allMatch(k -> input().has(k) || input().has(k + "_csv"));
  }

  /** Whether {@code expected} has all these keys. */
  public boolean expects(String... keys) {
    return Arrays.stream(keys).allMatch(expected()::has);
  }

  /** Whether the first element of {@code expected.<list>} has all these keys. */
  public boolean expectsEach(String list, String... keys) {
    JsonNode first = expected().path(list).path(0);
    return Arrays.stream(keys).allMatch(first::has);
  }

  /** Whether the first of {@code input.cases} has all these keys. */
  public boolean hasEach(String... keys) {
    return hasEachOf("cases", keys);
  }

  /** Whether the first element of {@code input.<list>} has all these keys. */
  public boolean hasEachOf(String list, String... keys) {
    JsonNode first = input().path(list).path(0);
    return Arrays.stream(keys).allMatch(first::has);
  }

  // Inputs

  /** The elements of {@code input.cases}. */
  public List<JsonNode> cases() {
    return list(input().path("cases"));
  }

  public static List<JsonNode> list(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }

  public double number(String key) {
    return number(input().path(key));
  }

  public int integer(String key) {
    return input().path(key).asInt();
  }

  /** {@code null} and absent are {@code NaN}. */
  public static double number(JsonNode node) {
    if (node.isBoolean()) {
      return node.asBoolean() ? 1 : 0;
    }
    return node.isNumber() ? node.asDouble() : Double.NaN;
  }

  public double[] vector(String key) {
    return input().has(key + "_csv") ? csvColumn(key + "_csv") : vector(input().path(key));
  }

  public static double[] vector(JsonNode node) {
    return list(node).stream().mapToDouble(OracleCase::number).toArray();
  }

  public static int[] integers(JsonNode node) {
    return list(node).stream().mapToInt(JsonNode::asInt).toArray();
  }

  public static List<String> texts(JsonNode node) {
    return list(node).stream().map(JsonNode::asText).toList();
  }

  public double[][] matrix(String key) {
    return input().has(key + "_csv") ? csv(key + "_csv") : matrix(input().path(key));
  }

  public static double[][] matrix(JsonNode node) {
    return list(node).stream().map(OracleCase::vector).toArray(double[][]::new);
  }

  /**
   * The matrix under {@code data}, or in the file named by {@code csv} with row labels left out.
   */
  public double[][] data() {
    return input().has("csv") ? csv("csv") : matrix("data");
  }

  /** Labels as codes 0, 1, … in order of first appearance. */
  public int[] codes(String key) {
    List<String> labels = texts(input().path(key));
    List<String> distinct = labels.stream().distinct().toList();
    return labels.stream().mapToInt(distinct::indexOf).toArray();
  }

  /** The distinct labels in order of first appearance. */
  public List<String> levels(String key) {
    return texts(input().path(key)).stream().distinct().toList();
  }

  /**
   * The numeric columns of a CSV file named by {@code input.<key>} (or {@code key} itself when it
   * names a file); a first column of row labels called task, person or judge is left out.
   */
  public double[][] csv(String key) {
    List<String[]> rows = csvRows(input().path(key).asText(key));
    String first = rows.getFirst()[0].toLowerCase(Locale.ROOT);
    int from = Set.of("task", "person", "judge", "respondent", "id").contains(first) ? 1 : 0;
    return rows.stream()
        .skip(1)
        .map(row -> Arrays.stream(row).skip(from).mapToDouble(OracleCase::csvNumber).toArray())
        .toArray(double[][]::new);
  }

  /** The only (or first) column of a CSV file. */
  public double[] csvColumn(String key) {
    return csvRows(input().path(key).asText(key)).stream()
        .skip(1)
        .mapToDouble(row -> csvNumber(row[0]))
        .toArray();
  }

  /** A CSV file as texts, its heading first, quotes removed. */
  public List<String[]> csvRows(String name) {
    try (var lines = Files.lines(file.resolveSibling(name))) {
      return lines.filter(l -> !l.isBlank()).map(l -> l.replace("\"", "").split(",", -1)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double csvNumber(String text) {
    return text.isBlank() || text.equals("NA") ? Double.NaN : Double.parseDouble(text);
  }

  // Comparison

  /**
   * Compares a result with {@code expected.<path>} (keys joined by {@code /}, list positions from
   * 0).
   *
   * <p>The result may be a number, {@code OptionalDouble}, boolean, text, array, list, or a map
   * from key to any of these (then every expected key must be in it). A {@code null} expected means
   * that the result must be an empty optional; a {@code NaN} never passes.
   */
  public void check(String path, Object actual) {
    JsonNode wanted = expected();
    for (String key : path.split("/")) {
      wanted = wanted.isArray() ? wanted.path(Integer.parseInt(key)) : wanted.path(key);
    }
    if (wanted.isMissingNode()) {
      fail(id() + " expects nothing at " + path);
    }
    compare(path, wanted, actual);
  }

  /** As {@link #check} where the case has the key; some cases of a family lack some keys. */
  public void checkIfPresent(String key, Object actual) {
    if (expects(key)) {
      check(key, actual);
    }
  }

  /** Marks a key that needs no comparison, with the reason (the case's own notes). */
  public void skip(String path, String reason) {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("a reason is needed to skip " + path);
    }
    checked.add(path);
  }

  private void compare(String path, JsonNode wanted, Object actual) {
    if (wanted.isArray()) {
      compareList(path, wanted, elements(actual));
    } else if (wanted.isObject()) {
      compareMap(path, wanted, actual);
    } else {
      checked.add(path);
      String difference = difference(path, wanted, actual);
      if (difference != null) {
        differences.add(path + ": " + difference);
      }
    }
  }

  private void compareList(String path, JsonNode wanted, List<?> actual) {
    if (wanted.isEmpty()) {
      checked.add(path);
    }
    if (actual == null || wanted.size() != actual.size()) {
      differences.add(path + ": expected " + wanted + ", was " + actual);
      checked.add(path);
      return;
    }
    for (int i = 0; i < wanted.size(); i++) {
      compare(path + "/" + i, wanted.get(i), actual.get(i));
    }
  }

  private void compareMap(String path, JsonNode wanted, Object actual) {
    for (var entry : wanted.properties()) {
      String key = path + "/" + entry.getKey();
      if (actual instanceof java.util.Map<?, ?> map && map.containsKey(entry.getKey())) {
        compare(key, entry.getValue(), map.get(entry.getKey()));
      }
    }
  }

  private static List<?> elements(Object actual) {
    return switch (actual) {
      case double[] a -> Arrays.stream(a).boxed().toList();
      case int[] a -> Arrays.stream(a).boxed().toList();
      case boolean[] a -> IntStream.range(0, a.length).mapToObj(i -> a[i]).toList();
      case Object[] a -> Arrays.asList(a);
      case List<?> a -> a;
      case Interval a -> List.of(a.lower(), a.upper());
      case java.util.Optional<?> a when a.isPresent() -> elements(a.get());
      case java.util.OptionalDouble a -> List.of(a);
      case null -> null;
      default -> actual instanceof Number ? List.of(actual) : null;
    };
  }

  private String difference(String path, JsonNode wanted, Object actual) {
    Object value = unwrap(actual);
    if (wanted.isNull() || value == null) {
      return wanted.isNull() && value == null ? null : "expected " + wanted + ", was " + value;
    }
    if (wanted.isTextual()) {
      return wanted.asText().equals(value.toString())
          ? null
          : "expected " + wanted + ", was " + value;
    }
    if (wanted.isBoolean()) {
      return value.equals(wanted.asBoolean()) ? null : "expected " + wanted + ", was " + value;
    }
    double number = ((Number) value).doubleValue();
    double off = Math.abs(number - wanted.asDouble());
    double allowed = tolerance(path, wanted.asDouble());
    return off <= allowed // NaN fails
        ? null
        : "expected " + wanted + " within " + allowed + ", was " + number;
  }

  private static Object unwrap(Object actual) {
    return switch (actual) {
      case java.util.OptionalDouble o -> o.isPresent() ? (Object) o.getAsDouble() : null;
      case java.util.OptionalInt o -> o.isPresent() ? (Object) o.getAsInt() : null;
      case java.util.Optional<?> o -> o.isPresent() ? unwrap(o.get()) : null;
      case null -> null;
      default -> actual;
    };
  }

  /** The tolerance of the value's key of {@code expected}, else default, else for all. */
  private double tolerance(String path, double wanted) {
    JsonNode tolerances = root.path("tolerance");
    JsonNode own = tolerances.path(path.split("/")[0]);
    JsonNode other = tolerances.has("default") ? tolerances.path("default") : tolerances;
    return allowed(own.isObject() ? own : other, wanted);
  }

  private double allowed(JsonNode tolerance, double wanted) {
    if (!tolerance.has("abs") && !tolerance.has("rel")) {
      throw new IllegalArgumentException(id() + " states no tolerance");
    }
    return Math.max(
        tolerance.path("abs").asDouble(0), tolerance.path("rel").asDouble(0) * Math.abs(wanted));
  }

  /** Fails with all differences and all keys of {@code expected} that nothing was compared with. */
  void verify() {
    unchecked("", expected());
    if (!differences.isEmpty()) {
      fail(id() + " (" + root.path("source").asText() + ")\n  " + String.join("\n  ", differences));
    }
  }

  private void unchecked(String path, JsonNode node) {
    if (checked.contains(path)) {
      return;
    }
    if (node.isContainerNode() && !node.isEmpty()) {
      node.properties().forEach(e -> unchecked(join(path, e.getKey()), e.getValue()));
      for (int i = 0; node.isArray() && i < node.size(); i++) {
        unchecked(join(path, "" + i), node.get(i));
      }
    } else {
      differences.add(path + ": expected " + node + ", but nothing was compared with it");
    }
  }

  private static String join(String path, String key) {
    return path.isEmpty() ? key : path + "/" + key;
  }
}
