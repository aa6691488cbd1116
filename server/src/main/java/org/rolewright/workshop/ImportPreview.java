package org.rolewright.workshop;

import java.util.List;

/**
 * What an import would do; nothing is stored.
 *
 * @param hash of the file and of this preview: an import is made only while it still says the same
 */
public record ImportPreview(List<ImportRow> rows, String hash) {
  boolean refused() {
    return rows.stream().anyMatch(row -> row.change() == ImportRow.Change.ERROR);
  }
}
