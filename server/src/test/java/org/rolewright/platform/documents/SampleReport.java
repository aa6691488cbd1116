package org.rolewright.platform.documents;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.rolewright.platform.plots.Axis;
import org.rolewright.platform.plots.BarChart;
import org.rolewright.platform.plots.DotPlot;
import org.rolewright.platform.plots.Histogram;
import org.rolewright.platform.plots.Measure;
import org.rolewright.platform.plots.ScatterMap;
import org.rolewright.platform.plots.Series;
import org.rolewright.platform.plots.Threshold;
import org.rolewright.platform.plots.WeightBars;
import org.rolewright.platform.text.Language;

/** A report as a calibration technicians' board might issue it: 5 domains, 28 tasks. */
final class SampleReport {
  static final String HASH = "9f2b7c41d0a8e65f3b1c7d9e2f4a6b8c0d1e3f5a7b9c2d4e6f8091a2b3c4d5e6";

  private static final List<String> DOMAINS =
      List.of(
          "Plan the calibration",
          "Prepare instruments and standards",
          "Perform the calibration",
          "Evaluate and report results",
          "Maintain quality and safety");

  private static final List<List<String>> TASKS =
      List.of(
          List.of(
              "Review the work order and the calibration history of the instrument",
              "Select reference standards for the range and the required uncertainty",
              "Verify environmental conditions",
              "Choose the calibration procedure that the customer's specification calls for",
              "Estimate the time and the resources"),
          List.of(
              "Inspect the instrument for damage, missing parts and tampering",
              "Clean the instrument without changing its as-found condition",
              "Verify the traceability and the due dates of reference standards",
              "Isolate and tag the instrument",
              "Allow the instrument to warm up and to stabilise",
              "Set up measuring circuits so that loading and lead resistance stay negligible"),
          List.of(
              "Record as-found readings",
              "Adjust zero and span",
              "Record as-left readings",
              "Repeat measurements to estimate repeatability",
              "Compute measurement uncertainty",
              "Recognise readings that are not plausible and repeat them",
              "Document deviations from the procedure"),
          List.of(
              "Compare results with the tolerance and apply the decision rule",
              "Issue a non-conformance report when as-found readings lie outside tolerance",
              "Prepare the calibration certificate",
              "Recommend changes to the calibration interval",
              "Explain results to the customer"),
          List.of(
              "Take part in proficiency tests and act on their results",
              "Archive records and update the schedule",
              "Follow lock-out and electrical safety rules",
              "Train junior technicians",
              "Report near misses"));

  private SampleReport() {}

  static Document of(Language language) {
    return new Document(
        language,
        new Cover(
            "Board of Calibration Professionals",
            "Role delineation study: calibration technician",
            "Report to the certification board on the tasks, their importance and the weights of"
                + " the examination",
            List.of(
                new Fact("Credential", "Certified Calibration Technician (CCT)"),
                new Fact("Survey", "2 March to 27 April 2026"),
                new Fact("Usable answers", "187 of 612 invited"))),
        new Edition("1", "Confidential", HASH, Instant.parse("2026-06-30T12:00:00Z")),
        List.of(summary(), method(), results(), weights()),
        List.of(
            Section.of(
                "instrument", "Survey instrument", Block.paragraph("The survey as it was sent."))));
  }

  private static Section summary() {
    return Section.of(
        "summary",
        "Executive summary",
        Block.paragraph(
            new Inline.Plain(
                "The study describes what calibration technicians do, how often they do it and how"
                    + " much depends on it. "),
            new Inline.Strong("All five domains were confirmed."),
            new Inline.Plain(
                " A panel of twelve technicians wrote 31 task statements; after the survey 28 of"
                    + " them were kept. "),
            new Inline.Reference("tasks-table"),
            new Inline.Plain(" lists them, "),
            new Inline.Reference("weights-figure"),
            new Inline.Plain(" shows the weights that follow."),
            new Inline.Footnote(
                "Three statements were dropped because fewer than half of the respondents perform"
                    + " them."),
            new Inline.Plain(" The method is described in section "),
            new Inline.Reference("method"),
            new Inline.Plain(".")),
        Block.remark(
            "The weights adopted differ from those derived by at most two percentage points; every"
                + " difference has a reason on record."),
        new Block.Bullets(
            List.of(
                "Response rate 30.6% (AAPOR RR2), margin of error ± 0.08 points.",
                "Reliability of the importance ratings α = 0.94; agreement ICC(2,k) ≥ 0.90.",
                "No subgroup difference larger than d = 0.5 in the ordering of domains.")));
  }

  private static Section method() {
    var profile =
        new BarChart(
            "Respondents by years of experience, beside the register of technicians",
            new Axis("Per cent", 0, 50, 1),
            new Series("Respondents", "Register"),
            List.of(
                new BarChart.Bar("Less than 2 years", 14, 7.5, 12.1),
                new BarChart.Bar("2 to 5 years", 48, 25.7, 28.4),
                new BarChart.Bar("6 to 10 years", 61, 32.6, 27.0),
                new BarChart.Bar("11 to 20 years", 46, 24.6, 20.3),
                new BarChart.Bar("More than 20 years", 18, 9.6, 12.2),
                new BarChart.Bar("Prefer not to say", 0, Double.NaN, Double.NaN)));
    var accounting =
        new Block.Table(
            "accounting",
            "Invitations and answers",
            List.of(Block.Column.text("Step"), Block.Column.number("n"), Block.Column.number("%")),
            List.of(
                Block.Row.of("Invited", "612", "100.0"),
                Block.Row.of("Delivered", "598", "97.7"),
                Block.Row.of("Started", "231", "37.7"),
                Block.Row.of("Screened out: not practising", "17", "2.8"),
                Block.Row.of("Partial", "27", "4.4"),
                Block.Row.total("Usable", "187", "30.6")),
            "Percentages of those invited.");
    return Section.of(
            "method",
            "Method",
            Block.paragraph("The study followed four steps."),
            new Block.Steps(
                List.of(
                    "A panel described domains, tasks and KSAs in two workshops.",
                    "A pilot with nine technicians tried the wording.",
                    "A stratified sample of certified technicians rated every task.",
                    "The panel reviewed the results and the board adopted the weights.")),
            new Block.Definitions(
                List.of(
                    new Fact("Importance", "0 of no importance … 4 critical"),
                    new Fact("Frequency", "0 never … 5 hourly or more often"))))
        .with(
            Section.of("response", "Response", accounting),
            Section.of("profile", "Respondents", Block.Drawn.of("profile-figure", profile)));
  }

  private static Section results() {
    return Section.of("results", "Task results")
        .with(
            Section.of(
                "importance",
                "Importance",
                Block.paragraph(
                    "Means with 95% confidence intervals, in the order of the outline."),
                new Block.Drawn("tasks-figure", tasks(), "Bars are 95% intervals.")),
            Section.of("map", "Importance by frequency", Block.Drawn.of("map-figure", map())),
            Section.of("table", "Ratings", table()));
  }

  static DotPlot tasks() {
    var random = new Random(7);
    var groups = new ArrayList<DotPlot.Group>();
    for (int d = 0; d < DOMAINS.size(); d++) {
      var dots = new ArrayList<DotPlot.Dot>();
      for (int t = 0; t < TASKS.get(d).size(); t++) {
        double mean = 1.4 + 2.3 * random.nextDouble();
        double half = 0.08 + 0.14 * random.nextDouble();
        dots.add(
            new DotPlot.Dot(
                code(d, t),
                TASKS.get(d).get(t),
                new Measure(mean, mean - half, mean + half),
                150 + random.nextInt(38)));
      }
      groups.add(new DotPlot.Group((d + 1) + " " + DOMAINS.get(d), dots));
    }
    return new DotPlot(
        "Mean importance of each task",
        new Axis("Importance (0 of no importance – 4 critical)", 0, 4, 2),
        groups,
        List.of(new Threshold("Retention limit", 2)));
  }

  static ScatterMap map() {
    var random = new Random(11);
    var groups = new ArrayList<ScatterMap.Group>();
    for (var group : tasks().groups())
      groups.add(
          new ScatterMap.Group(
              group.name(),
              group.dots().stream()
                  .map(dot ->
                      new ScatterMap.Point(
                          dot.code(),
                          dot.label(),
                          Math.min(
                              5, dot.measure().value() * 0.9 + random.nextGaussian() * 0.6 + 0.6),
                          dot.measure().value()))
                  .toList()));
    return new ScatterMap(
        "Tasks by frequency and importance",
        new ScatterMap.Plane(
            new Axis("Frequency", 0, 5, 2),
            new Axis("Importance", 0, 4, 2),
            List.of(new Threshold("limit", 1.5)),
            List.of(new Threshold("limit", 2))),
        groups);
  }

  private static Block.Table table() {
    var rows = new ArrayList<Block.Row>();
    for (var group : tasks().groups()) {
      rows.add(Block.Row.group(group.name()));
      for (var dot : group.dots())
        rows.add(
            Block.Row.of(
                dot.code() + " " + dot.label(),
                String.format(Locale.ROOT, "%.2f", dot.measure().value()),
                String.format(
                    Locale.ROOT, "%.2f to %.2f", dot.measure().low(), dot.measure().high()),
                String.valueOf(dot.n()),
                dot.measure().high() < 2 ? "review" : "keep"));
    }
    return new Block.Table(
        "tasks-table",
        "Importance of each task",
        List.of(
            Block.Column.text("Task"),
            Block.Column.number("Mean"),
            Block.Column.number("95% CI"),
            Block.Column.number("n"),
            Block.Column.text("Decision")),
        rows,
        "n counts those who perform the task.");
  }

  private static Section weights() {
    var weights =
        new WeightBars(
            "Weights of the domains: derived and adopted",
            new Axis("Per cent of the examination", 0, 40, 1),
            new Series("Derived, with 95% interval", "Adopted"),
            List.of(
                new WeightBars.Weight("1", DOMAINS.get(0), new Measure(16.4, 14.9, 17.8), 16),
                new WeightBars.Weight("2", DOMAINS.get(1), new Measure(20.8, 19.1, 22.6), 20),
                new WeightBars.Weight("3", DOMAINS.get(2), new Measure(28.3, 26.2, 30.1), 30),
                new WeightBars.Weight("4", DOMAINS.get(3), new Measure(18.9, 17.3, 20.6), 20),
                new WeightBars.Weight("5", DOMAINS.get(4), new Measure(15.6, 14.0, 17.2), 14)));
    var scores =
        new Histogram(
            "Combined ratings of all tasks",
            new Axis("Combined rating", 0, 16, 0),
            "Tasks",
            List.of(
                new Histogram.Bin(0, 2, 1),
                new Histogram.Bin(2, 4, 3),
                new Histogram.Bin(4, 6, 5),
                new Histogram.Bin(6, 8, 8),
                new Histogram.Bin(8, 10, 6),
                new Histogram.Bin(10, 12, 3),
                new Histogram.Bin(12, 14, 2),
                new Histogram.Bin(14, 16, 0)),
            List.of(new Threshold("Inclusion limit", 4)));
    return Section.of(
        "weights",
        "Weights",
        Block.Drawn.of("weights-figure", weights),
        Block.Drawn.of("ratings-figure", scores));
  }

  private static String code(int domain, int task) {
    return "T" + (domain + 1) + "." + (task + 1);
  }
}
