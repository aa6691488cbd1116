package org.rolewright.judging;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.rolewright.itembank.ItemVersionId;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.plots.Axis;
import org.rolewright.platform.plots.BarChart;
import org.rolewright.platform.plots.Figure;
import org.rolewright.platform.plots.Histogram;
import org.rolewright.platform.plots.Plot;
import org.rolewright.platform.plots.Series;
import org.rolewright.platform.plots.Sheet;
import org.rolewright.platform.plots.Threshold;
import org.rolewright.platform.text.Formats;

/** How the ratings of a closed round are spread; without names. */
record RoundPicture(HeldRound round, Formats formats) {
  private static final int STEP = 10;
  private static final int MOST_BINS = 20;

  /** The ratings of one item, or, without one, the panelists' own cuts. */
  Figure draw(Optional<ItemVersionId> version, int width) {
    var plot = version.map(this::item).orElseGet(this::cuts);
    return plot.draw(Sheet.screen("judging-round", width, formats));
  }

  private Plot item(ItemVersionId version) {
    int position = round.setting().items().indexOf(version);
    if (position < 0) throw new Refusal.NotFound("itemVersion");
    var given = round.ratings().percents().values().stream().map(own -> own.get(version)).toList();
    var caption = formats.text("judging.figure.item") + " " + formats.number(position + 1);
    return round.setting().method() == Setting.Method.YES_NO_ANGOFF
        ? yesAndNo(caption, given)
        : percents(caption, given, 100 * round.result().items().get(position).mean());
  }

  private Plot percents(String caption, List<Integer> given, double mean) {
    var bins =
        IntStream.range(0, 100 / STEP).mapToObj(i -> bin(given, i * STEP, (i + 1) * STEP)).toList();
    return new Histogram(
        caption,
        new Axis(formats.text("judging.figure.percent"), 0, 100, 0),
        formats.text("judging.figure.panelists"),
        bins,
        List.of(new Threshold(formats.text("judging.figure.mean"), mean)));
  }

  /** The last range has its upper end. */
  private static Histogram.Bin bin(List<Integer> given, int low, int high) {
    long count = given.stream().filter(x -> x >= low && (x < high || high == 100)).count();
    return new Histogram.Bin(low, high, count);
  }

  private Plot yesAndNo(String caption, List<Integer> given) {
    long yes = given.stream().filter(percent -> percent == 100).count();
    return new BarChart(
        caption,
        new Axis(formats.text("judging.figure.share"), 0, 100, 0),
        Series.of(formats.text("judging.figure.share")),
        List.of(
            bar("judging.figure.yes", yes, given.size()),
            bar("judging.figure.no", given.size() - yes, given.size())));
  }

  private BarChart.Bar bar(String key, long count, int all) {
    return new BarChart.Bar(formats.text(key), count, 100.0 * count / all, Double.NaN);
  }

  private Plot cuts() {
    var cuts = round.result().raters().stream().map(RoundResult.Rater::cut).toList();
    double low = Math.floor(cuts.stream().min(Double::compare).orElseThrow());
    double high = Math.ceil(cuts.stream().max(Double::compare).orElseThrow() + 1e-9);
    double width = Math.max(1, Math.ceil((high - low) / MOST_BINS));
    var bins = new ArrayList<Histogram.Bin>();
    for (double from = low; from < high || bins.isEmpty(); from += width) {
      double start = from;
      double end = from + width;
      boolean last = end >= high;
      long count = cuts.stream().filter(x -> x >= start && (x < end || last && x == end)).count();
      bins.add(new Histogram.Bin(start, end, count));
    }
    return new Histogram(
        formats.text("judging.figure.cuts"),
        new Axis(formats.text("judging.figure.points"), low, bins.getLast().high(), 0),
        formats.text("judging.figure.panelists"),
        bins,
        List.of(new Threshold(formats.text("judging.figure.cut"), round.result().cut())));
  }
}
