package org.rolewright.psychometrics.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rolewright.psychometrics.OracleCase;
import org.rolewright.psychometrics.OracleTest;
import org.rolewright.psychometrics.Warning;

class ContentValidityTest extends OracleTest {
  @Override
  protected List<Family> families() {
    return List.of(
        family("CVR, critical values", c -> c.expects("n_critical"), this::critical),
        family("CVR", c -> c.expects("cvr"), this::ratios),
        family("item CVI and kappa", c -> c.has("agree", "experts"), this::items),
        family("scale CVI", c -> c.expects("scvi_ave"), this::scale));
  }

  private void critical(OracleCase c) {
    var rows =
        Arrays.stream(c.vector("N"))
            .mapToObj(n -> ContentValidityRatio.critical((int) n, c.number("alpha")))
            .toList();
    c.check("n_critical", rows.stream().map(ContentValidityRatio.Critical::votes).toList());
    c.check("cvr_critical_exact", rows.stream().map(r -> r.ratio()).toList());
    c.check("exact_p", rows.stream().map(r -> r.probability()).toList());
    c.checkIfPresent("cvr_critical_wilson", rows.stream().map(r -> r.normalRatio()).toList());
  }

  private void ratios(OracleCase c) {
    double[] n = c.vector("N");
    double[] essential = c.vector("ne");
    c.check(
        "cvr",
        IntStream.range(0, n.length)
            .mapToObj(i -> ContentValidityRatio.of((int) essential[i], (int) n[i]).value())
            .toList());
  }

  private void items(OracleCase c) {
    double[] agree = c.vector("agree");
    double[] experts = c.vector("experts");
    var items =
        IntStream.range(0, agree.length)
            .mapToObj(i -> ContentValidityIndex.of((int) agree[i], (int) experts[i]))
            .toList();
    c.check("icvi", items.stream().map(ContentValidityIndex::index).toList());
    c.check("pc", items.stream().map(ContentValidityIndex::chance).toList());
    c.check("kappa", items.stream().map(ContentValidityIndex::kappa).toList());
  }

  private void scale(OracleCase c) {
    var scale = ContentValidityIndex.ofScale(c.matrix("ratings"), c.number("relevant_if_at_least"));
    c.check("icvi", scale.items().stream().map(ContentValidityIndex::index).toList());
    c.check("scvi_ave", scale.average());
    c.check("scvi_ua", scale.universal());
  }

  @Test
  void four_panelists_cannot_reach_the_five_percent_level() {
    var critical = ContentValidityRatio.critical(4, .05);
    assertTrue(critical.votes().isEmpty() && critical.ratio().isEmpty());
    assertEquals(List.of(Warning.of(Warning.Kind.NOT_ATTAINABLE)), critical.warnings());
  }

  @Test
  void an_empty_panel_has_no_ratio_and_no_index() {
    assertTrue(ContentValidityRatio.of(0, 0).value().isEmpty());
    assertTrue(ContentValidityIndex.of(0, 0).kappa().isEmpty());
    var scale = ContentValidityIndex.ofScale(new double[][] {{Double.NaN}, {4}}, 3);
    assertEquals(1, scale.average().getAsDouble());
    assertEquals(Warning.of(Warning.Kind.NO_DATA, "item 1"), scale.warnings().getFirst());
  }
}
