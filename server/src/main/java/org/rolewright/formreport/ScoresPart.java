package org.rolewright.formreport;

import java.util.List;
import java.util.OptionalDouble;
import org.rolewright.appraisal.RunFigures;
import org.rolewright.platform.documents.Block;
import org.rolewright.platform.documents.Section;
import org.rolewright.scoring.ScorePlots;

/** Scores, how sure they and the decisions on them are, and the years. */
record ScoresPart(FormReportModel model, Words words) {

  List<Section> sections() {
    return List.of(scores(), reliability(), decisions(), domains(), years());
  }

  private RunFigures figures() {
    return model.scored().figures();
  }

  private Section scores() {
    var found = figures().distribution();
    var scale = model.scored().scale();
    return Section.of(
        "scores",
        words.text("scores"),
        words.say(
            "scores.scale",
            "minimum",
            words.count(scale.minimum()),
            "passing",
            words.count(scale.passing()),
            "maximum",
            words.count(scale.maximum())),
        new Block.Definitions(
            List.of(
                words.fact("sittings", words.count(figures().sittings())),
                words.fact("scores.items", words.count(figures().items())),
                words.fact("mean", words.number(found.mean())),
                words.fact("sd", words.number(found.sd())),
                words.fact("scores.minimum", words.number(found.minimum(), 1)),
                words.fact("scores.median", words.number(found.median(), 1)),
                words.fact("scores.maximum", words.number(found.maximum(), 1)))),
        Block.Drawn.of(
            "scores-figure",
            new ScorePlots(words.formats()).distribution(figures(), model.scored().cut())));
  }

  private Section reliability() {
    var errors = figures().errors();
    return Section.of(
        "reliability",
        words.text("reliability"),
        words.say("reliability.lead"),
        new Block.Definitions(
            List.of(
                words.fact(
                    "reliability.alpha",
                    words.withInterval(errors.alpha(), model.scored().alpha())),
                words.fact("reliability.stratified", words.number(errors.stratified())),
                words.fact("sem", words.number(errors.sem())),
                words.fact("reliability.atCut", words.number(errors.atCut())),
                words.fact("reliability.method", words.word("method", errors.method())))));
  }

  private Section decisions() {
    var found = figures().decisions().orElseThrow();
    return Section.of(
        "decisions",
        words.text("decisions"),
        words.say("decisions.lead"),
        new Block.Definitions(
            List.of(
                words.fact("decisions.passed", words.count(found.passed())),
                words.fact("passRate", words.percent(found.passRate())),
                words.fact("decisions.borderline", words.count(found.borderline())),
                words.fact("consistency", words.percent(found.consistency())),
                words.fact("accuracy", words.percent(found.accuracy())),
                words.fact("decisions.kappa", words.number(found.kappa())),
                words.fact("decisions.falsePass", words.percent(found.falsePass())),
                words.fact("decisions.falseFail", words.percent(found.falseFail())))));
  }

  private Section domains() {
    var rows =
        model.scored().domains().stream()
            .map(one ->
                Block.Row.of(
                    one.code() + " " + one.title(),
                    words.count(one.figures().items()),
                    words.number(one.figures().mean()),
                    words.number(one.figures().sd()),
                    words.number(one.figures().alpha()),
                    words.number(one.figures().sem()),
                    words.text(one.figures().reliable() ? "subscores.yes" : "subscores.no")))
            .toList();
    return Section.of(
        "subscores",
        words.text("subscores"),
        words.say("subscores.lead"),
        new Block.Table(
            "subscores-table",
            words.text("subscores.table"),
            words.columns(
                "domain",
                "sources.items",
                "mean",
                "sd",
                "subscores.alpha",
                "short.sem",
                "subscores.tell"),
            rows,
            words.text("subscores.note")));
  }

  private Section years() {
    var rows =
        model.years().stream()
            .map(one -> {
              var errors = one.figures().errors();
              var found = one.figures().decisions().orElseThrow();
              return Block.Row.of(
                  String.valueOf(one.year()),
                  words.count(one.figures().sittings()),
                  words.percent(found.passRate()),
                  words.formats().number(one.cut().raw().doubleValue(), 0),
                  words.number(one.figures().distribution().mean()),
                  words.number(one.figures().distribution().sd()),
                  words.number(guarded(one, errors.alpha())),
                  words.number(guarded(one, errors.sem())),
                  words.percent(guarded(one, found.consistency())));
            })
            .toList();
    return Section.of(
        "years",
        words.text("years"),
        new Block.Table(
            "years-table",
            words.text("years.table"),
            words.columns(
                "years.year",
                "short.n",
                "passRate",
                "years.cut",
                "mean",
                "sd",
                "subscores.alpha",
                "short.sem",
                "short.consistency"),
            rows,
            words.text("years.note")));
  }

  /** What few sittings cannot carry is not told. */
  private static OptionalDouble guarded(FormReportModel.Year year, OptionalDouble value) {
    return year.figures().enough() ? value : OptionalDouble.empty();
  }
}
