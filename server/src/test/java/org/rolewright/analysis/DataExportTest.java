package org.rolewright.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rolewright.analysis.DataExport.File;
import org.rolewright.study.ExclusionRule;

class DataExportTest {
  private final SmallSurvey survey =
      new SmallSurvey(1, 1)
          .excluding(new ExclusionRule(60, false))
          .answer("53", "x")
          .answer("42", "");
  private final DataExport export = new DataExport(survey.inputs(), survey.findings());

  private List<String> lines(File file) {
    return new String(export.content(file), StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void raw_data_hold_everybody_and_why_somebody_does_not_count() {
    var raw = lines(File.RAW);
    assertEquals(
        "respondent,channel,left_out,region,coverage,D0.0.importance,D0.0.frequency,"
            + "D1.0.importance,D1.0.frequency,D0.missed,D1.missed",
        raw.getFirst());
    assertTrue(raw.get(1).contains(",PERSONAL,,,90,5,3,NP,NP,"), raw.get(1));
    assertTrue(raw.get(2).contains(",PERSONAL,TOO_FEW_ANSWERS,,90,4,2,,,"), raw.get(2));
  }

  @Test
  void cleaned_data_hold_those_who_count() {
    var cleaned = lines(File.CLEANED);
    assertEquals(2, cleaned.size());
    assertTrue(cleaned.get(1).endsWith(",90,5,3,NP,NP"), cleaned.get(1));
  }

  /** The respondent that counts chose 5 and 3; the modes of two equally frequent codes are both. */
  @Test
  void figures_of_tasks_come_with_median_and_mode() {
    var two = new SmallSurvey(1).answer("52").answer("42").answer("53").answer("41");
    var lines =
        new String(
                new DataExport(two.inputs(), two.findings()).content(File.TASKS),
                StandardCharsets.UTF_8)
            .lines()
            .toList();
    var names = List.of(lines.getFirst().split(","));
    var cells = List.of(lines.get(1).split(",", -1));
    assertEquals("4.5", cells.get(names.indexOf("importance_median")));
    assertEquals("4", cells.get(names.indexOf("importance_mode")));
    assertEquals("4 5", cells.get(names.indexOf("importance_modes")));
    assertEquals("2", cells.get(names.indexOf("frequency_modes")));
    assertEquals("0.25", cells.get(names.indexOf("frequency_share_3")));
  }

  @Test
  void no_cell_is_a_formula() {
    assertTrue(lines(File.RAW).get(1).contains(",'=1+1,"));
  }

  @Test
  void the_codebook_explains_every_column() {
    var explained = lines(File.CODEBOOK).stream().map(line -> line.split(",")[0]).toList();
    for (var file : List.of(File.RAW, File.CLEANED, File.TASKS))
      for (var column : lines(file).getFirst().split(","))
        assertTrue(explained.contains(column), column);
    assertFalse(explained.contains("response"));
  }
}
