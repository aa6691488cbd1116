package org.rolewright.platform.plots;

import java.util.List;

/**
 * A figure's numbers as a table, already worded for the reader.
 *
 * @param textColumns how many columns at the left hold words; those after them hold numbers
 */
public record FigureData(List<String> headers, int textColumns, List<List<String>> rows) {
  public FigureData {
    headers = List.copyOf(headers);
    rows = rows.stream().map(List::copyOf).toList();
    for (var row : rows)
      if (row.size() != headers.size())
        throw new IllegalArgumentException("a row of " + row.size() + " under " + headers);
  }
}
