package org.rolewright.platform.datasets;

import java.util.List;

/**
 * A column of a data file and what its cells mean.
 *
 * @param name as in the first line of the file
 * @param label what it holds, in words
 * @param values cells that stand for something: {@code 5} for "Extremely important"
 * @param missing cells that say why there is no value: the empty one for "not answered"
 */
public record Column(
    String name, String label, Kind kind, List<Meaning> values, List<Meaning> missing) {
  /** What its cells are. */
  public enum Kind {
    TEXT,
    /** One of {@code values}. */
    CHOICE,
    NUMBER
  }

  /** A cell and the words for it. */
  public record Meaning(String cell, String words) {}

  public Column {
    values = List.copyOf(values);
    missing = List.copyOf(missing);
  }

  public static Column text(String name, String label) {
    return new Column(name, label, Kind.TEXT, List.of(), List.of());
  }

  public static Column number(String name, String label) {
    return new Column(name, label, Kind.NUMBER, List.of(), List.of());
  }
}
