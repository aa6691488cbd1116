package org.rolewright.history;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rolewright.platform.json.Json;

/** Everything that happened, in memory for the checker and a line each in a file for people. */
public final class History implements AutoCloseable {
  private final List<Entry> entries = new ArrayList<>();
  private final BufferedWriter file;

  public History(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    this.file = Files.newBufferedWriter(file);
  }

  public synchronized void add(Entry entry) {
    entries.add(entry);
    try {
      file.write(Json.write(Map.of(word(entry), entry)));
      file.newLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String word(Entry entry) {
    var name = entry.getClass().getSimpleName();
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  public synchronized List<Entry> entries() {
    return List.copyOf(entries);
  }

  @Override
  public synchronized void close() throws IOException {
    file.close();
  }
}
