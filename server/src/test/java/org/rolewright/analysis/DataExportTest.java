package org.rolewright.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rolewright.study.ExclusionRule;

class DataExportTest {
  private final DataExport export =
      new DataExport(
          new SmallSurvey(1, 1)
              .excluding(new ExclusionRule(60, false))
              .answer("53", "x")
              .answer("42", "")
              .inputs());

  private List<String> lines(DataExport.File file) {
    return new String(export.content(file), StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void raw_data_hold_everybody_and_why_somebody_does_not_count() {
    var raw = lines(DataExport.File.RAW);
    assertEquals(
        "respondent,channel,left_out,region,coverage,D0.0.importance,D0.0.frequency,"
            + "D1.0.importance,D1.0.frequency,D0.missed,D1.missed",
        raw.getFirst());
    assertTrue(raw.get(1).contains(",PERSONAL,,,90,5,3,,NP,"), raw.get(1));
    assertTrue(raw.get(2).contains(",PERSONAL,TOO_FEW_ANSWERS,,90,4,2,,,"), raw.get(2));
  }

  @Test
  void cleaned_data_hold_those_who_count() {
    var cleaned = lines(DataExport.File.CLEANED);
    assertEquals(2, cleaned.size());
    assertTrue(cleaned.get(1).endsWith(",90,5,3,,"), cleaned.get(1));
  }

  @Test
  void no_cell_is_a_formula() {
    assertTrue(lines(DataExport.File.RAW).get(1).contains(",'=1+1,"));
    for (var start : List.of("=", "+", "-", "@", "\t"))
      assertEquals("'" + start + "1", DataExport.safe(start + "1"));
    assertEquals("1-2", DataExport.safe("1-2"));
  }

  @Test
  void the_codebook_explains_every_column() {
    var explained =
        lines(DataExport.File.CODEBOOK).stream().map(line -> line.split(",")[0]).toList();
    for (var column : Arrays.asList(lines(DataExport.File.RAW).getFirst().split(",")))
      assertTrue(explained.contains(column), column);
    assertFalse(explained.contains("response"));
  }
}
