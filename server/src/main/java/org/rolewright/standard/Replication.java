package org.rolewright.standard;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.rolewright.judging.HeldRound;
import org.rolewright.judging.LockedSetting;
import org.rolewright.judging.Panelist;
import org.rolewright.platform.PersonId;
import org.rolewright.platform.datasets.Column;
import org.rolewright.platform.datasets.DataFile;
import org.rolewright.platform.json.Json;

/**
 * All that another team needs to come to the same cut: every rating of every round, what the panel
 * was shown, who sat on it and how they were prepared, what was said, and what was decided. Equal
 * studies give equal bytes.
 *
 * @param names of the panelists
 * @param codes of the items, in the order of the form
 */
record Replication(
    LockedSetting locked,
    List<HeldRound> rounds,
    List<CutDecision> decisions,
    Map<PersonId, String> names,
    List<String> codes) {
  private static final LocalDateTime BEGINNING = LocalDateTime.of(1980, 1, 1, 0, 0);
  private static final String README =
      """
      HOW THIS CUT SCORE CAME ABOUT

      Method: %s. Rounds: %d. Panelists: %d. Items: %d. Form checksum: %s.

      Files
        candidate.txt     the minimally competent candidate whom the panel had in mind
        panel.csv         who sat on the panel, for whom, how and when they were prepared
        ratings.csv       every rating: round, panelist, item, percent (0-100; yes = 100, no = 0)
        results.json      what each round came to, as the panel was shown it; "person" as in panel.csv
        notes.csv         what was said after each round
        decisions.json    what was proposed and adopted, by whom, why, with the hash both signed

      How to come to the same cut
        1. Take the last round of ratings.csv.
        2. Mean percent of each item over panelists, divided by 100.
        3. The sum over items is the recommended cut, in raw points (one point an item).
        4. Each panelist's own cut is the sum of that panelist's ratings divided by 100.
           Standard error = standard deviation of these (n - 1) / square root of n.
           95 %% interval = cut +/- Student's t (n - 1 degrees of freedom) x standard error.
           After round 1 panelists have heard one another, so this error is not that of
           independent judges.
        5. The board moves the cut by none, one or two errors; the score needed to pass is the
           lowest whole score at or above the moved cut.
      """;

  byte[] zip() {
    var files = new LinkedHashMap<String, byte[]>();
    files.put("README.txt", utf8(readme()));
    files.put("candidate.txt", utf8(locked.setting().candidate().text() + "\n"));
    files.put("panel.csv", panel().csv());
    files.put("ratings.csv", ratings().csv());
    files.put("results.json", json(rounds.stream().map(HeldRound::result).toList()));
    files.put("notes.csv", notes().csv());
    files.put("decisions.json", json(decisions));
    return zip(files);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] json(Object value) {
    return utf8(Json.write(value) + "\n");
  }

  private String readme() {
    var setting = locked.setting();
    return README.formatted(
        setting.method().code(),
        rounds.size(),
        rounds.getLast().result().raters().size(),
        setting.items().size(),
        setting.formChecksum());
  }

  private DataFile panel() {
    return new DataFile(
        "panel",
        columns(
            "panelist",
            "person",
            "name",
            "position",
            "trained_on",
            "training",
            "promised_at",
            "sat_at",
            "left_at",
            "left_because"),
        locked.panel().stream().map(this::row).toList());
  }

  private List<String> row(Panelist one) {
    return List.of(
        number(one.person()),
        one.person().value().toString(),
        names.getOrDefault(one.person(), ""),
        one.position(),
        text(one.trainedOn()),
        one.training(),
        text(one.promise().map(Panelist.Promise::at)),
        text(one.satAt()),
        text(one.left().map(Panelist.Leaving::at)),
        one.left().map(Panelist.Leaving::because).orElse(""));
  }

  private static List<Column> columns(String... names) {
    return Arrays.stream(names).map(name -> Column.text(name, name)).toList();
  }

  private static String text(Optional<?> value) {
    return value.map(Object::toString).orElse("");
  }

  /** By which panelists are named in the tables, from 1. */
  private String number(PersonId person) {
    var persons = locked.panel().stream().map(Panelist::person).toList();
    return String.valueOf(persons.indexOf(person) + 1);
  }

  private DataFile ratings() {
    var rows = new ArrayList<List<String>>();
    for (var round : rounds) for (var one : locked.panel()) rows.addAll(rows(round, one.person()));
    return new DataFile(
        "ratings", columns("round", "panelist", "position", "item", "percent"), rows);
  }

  private List<List<String>> rows(HeldRound round, PersonId person) {
    var own = round.ratings().percents().getOrDefault(person, Map.of());
    var items = locked.setting().items();
    return IntStream.range(0, items.size())
        .filter(i -> own.containsKey(items.get(i)))
        .mapToObj(i ->
            List.of(
                String.valueOf(round.number()),
                number(person),
                String.valueOf(i + 1),
                codes.get(i),
                String.valueOf(own.get(items.get(i)))))
        .toList();
  }

  private DataFile notes() {
    return new DataFile(
        "notes",
        columns("round", "item", "text", "author", "written_at"),
        locked.notes().stream()
            .map(note ->
                List.of(
                    String.valueOf(note.round()),
                    note.version()
                        .map(locked.setting().items()::indexOf)
                        .map(codes::get)
                        .orElse(""),
                    note.text(),
                    note.author(),
                    note.writtenAt().toString()))
            .toList());
  }

  /** Not compressed and without times, so that equal files are equal bytes everywhere. */
  private static byte[] zip(Map<String, byte[]> files) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var file : files.entrySet()) add(zip, file.getKey(), file.getValue());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
    var sum = new CRC32();
    sum.update(content);
    var entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(sum.getValue());
    entry.setTimeLocal(BEGINNING);
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }
}
