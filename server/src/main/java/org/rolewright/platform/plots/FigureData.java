package org.rolewright.platform.plots;

import java.util.List;

/**
 * A figure's numbers as a table, already worded for the reader.
 *
 * @param textColumns how many columns at the left hold words, one or two (a group and a member);
 *     those after them hold numbers
 */
public record FigureData(List<String> headers, int textColumns, List<List<String>> rows) {
  public FigureData {
    if (textColumns < 1 || textColumns > 2)
      throw new IllegalArgumentException("text columns: " + textColumns);
    headers = List.copyOf(headers);
    rows = rows.stream().map(List::copyOf).toList();
    for (var row : rows)
      if (row.size() != headers.size())
        throw new IllegalArgumentException("a row of " + row.size() + " under " + headers);
  }
}
