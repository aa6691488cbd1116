package org.rolewright.appraisal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.rolewright.appraisal.ItemFigures.Choice;
import org.rolewright.appraisal.ItemFigures.Flag;
import org.rolewright.item.ItemContent;
import org.rolewright.marking.Scorer;
import org.rolewright.marking.Scorer.Marked;
import org.rolewright.marking.TestItem;
import org.rolewright.psychometrics.Optionals;
import org.rolewright.psychometrics.classical.DistractorAnalysis;
import org.rolewright.psychometrics.classical.ItemAnalysis;
import org.rolewright.psychometrics.classical.ItemStatistics;
import org.rolewright.psychometrics.classical.KeyValidation;
import org.rolewright.psychometrics.math.Moments;
import org.rolewright.psychometrics.rating.ProportionInterval;

/** What each item did, and which deserve a look. Pure. */
public final class ItemReview {
  private static final int OMITTED = -1;
  private static final DistractorAnalysis OPTIONS =
      DistractorAnalysis.withDefaults().withOmitted(OMITTED);
  private static final Map<KeyValidation.Flag, Flag> FLAGS =
      Map.of(
          KeyValidation.Flag.TOO_HARD, Flag.TOO_HARD,
          KeyValidation.Flag.KEY_DISCRIMINATES_NEGATIVELY, Flag.NEGATIVE_DISCRIMINATION,
          KeyValidation.Flag.TOP_GROUP_PREFERS_A_DISTRACTOR, Flag.DISTRACTOR_ABOVE_KEY,
          KeyValidation.Flag.TOO_EASY, Flag.TOO_EASY,
          KeyValidation.Flag.KEY_DISCRIMINATES_WEAKLY, Flag.WEAK_DISCRIMINATION,
          KeyValidation.Flag.DISTRACTOR_UNUSED, Flag.DISTRACTOR_UNUSED,
          KeyValidation.Flag.MANY_OMISSIONS, Flag.MANY_OMISSIONS);

  private final Scorer scorer;
  private final List<Marked> marked;
  private final List<Behaviour> behaviour;
  private final double[] totals;
  private final Optional<ItemAnalysis.Result> analysis;

  /**
   * What candidates did beside answering, sitting by sitting, item by item in the order of the
   * form.
   *
   * @param reached whether this item or one shown later was answered
   * @param seconds on the screen; empty where it was never seen
   */
  public record Behaviour(
      List<Boolean> reached, List<OptionalDouble> seconds, List<Optional<String>> comments) {}

  public ItemReview(
      Scorer scorer, List<Marked> marked, List<Behaviour> behaviour, RunAnalysis run) {
    this.scorer = scorer;
    this.marked = marked;
    this.behaviour = behaviour;
    totals = run.totals();
    analysis = run.items();
  }

  public List<ItemFigures> items() {
    var figures = new ArrayList<ItemFigures>();
    var counted = 0;
    for (var at = 0; at < scorer.items().size(); at++) {
      var item = scorer.items().get(at);
      var place = counted;
      var statistics =
          item.counts()
              ? analysis.map(one -> one.items().get(place))
              : Optional.<ItemStatistics>empty();
      if (item.counts()) counted++;
      figures.add(figures(at, item, statistics));
    }
    return figures;
  }

  private ItemFigures figures(int at, TestItem item, Optional<ItemStatistics> statistics) {
    var earned = earned(at);
    var rest = rest(at);
    var answered = (int) marked.stream().filter(one -> given(one, at).isPresent()).count();
    var omitted = count(at, true);
    var choices = marked.isEmpty() ? List.<Choice>of() : choices(at, item, earned, rest);
    var comments = comments(at);
    return new ItemFigures(
        item.version().id().value(),
        item.version().code(),
        item.place().position(),
        item.version().domain().value(),
        item.version().content().kind(),
        item.place().scored(),
        item.counts(),
        item.rule(),
        answered,
        omitted,
        count(at, false),
        Optionals.finite(Moments.mean(earned)),
        interval(earned),
        Optionals.finite(Moments.correlation(earned, rest)),
        figure(statistics, ItemStatistics::correctedBiserial),
        figure(statistics, ItemStatistics::upperLowerDifference),
        figure(statistics, ItemStatistics::alphaIfDeleted),
        seconds(at),
        choices,
        flags(at, item, earned, comments),
        comments);
  }

  private static OptionalDouble figure(
      Optional<ItemStatistics> statistics,
      java.util.function.Function<ItemStatistics, OptionalDouble> which) {
    return statistics.map(which).orElse(OptionalDouble.empty());
  }

  private static Optional<JsonNode> given(Marked one, int at) {
    return one.taken().responses().get(at);
  }

  private double[] earned(int at) {
    return marked.stream()
        .mapToDouble(one -> scorer.earned(one.taken(), at).doubleValue())
        .toArray();
  }

  /** What the item gave to each total. */
  private double[] added(int at) {
    var counts = scorer.items().get(at).counts();
    return marked.stream()
        .mapToDouble(one -> counts ? one.points().get(at).doubleValue() : 0)
        .toArray();
  }

  private double[] rest(int at) {
    var added = added(at);
    return IntStream.range(0, totals.length).mapToDouble(p -> totals[p] - added[p]).toArray();
  }

  private int count(int at, boolean reached) {
    return (int)
        IntStream.range(0, marked.size())
            .filter(p -> given(marked.get(p), at).isEmpty())
            .filter(p -> behaviour.get(p).reached().get(at) == reached)
            .count();
  }

  private static Optional<org.rolewright.psychometrics.Interval> interval(double[] earned) {
    if (earned.length == 0 || !Arrays.stream(earned).allMatch(x -> x == 0 || x == 1))
      return Optional.empty();
    return ProportionInterval.of((int) Arrays.stream(earned).sum(), earned.length, 0.95).interval();
  }

  private OptionalDouble seconds(int at) {
    var seen =
        behaviour.stream()
            .flatMapToDouble(one -> one.seconds().get(at).stream())
            .sorted()
            .toArray();
    return RunAnalysis.median(seen);
  }

  private List<String> comments(int at) {
    return behaviour.stream().flatMap(one -> one.comments().get(at).stream()).sorted().toList();
  }

  private List<Choice> choices(int at, TestItem item, double[] earned, double[] rest) {
    var added = IntStream.range(0, totals.length).mapToDouble(p -> totals[p] - rest[p]).toArray();
    var rows = new ArrayList<Choice>();
    codes(at, item, earned)
        .forEach((id, chosen) -> {
          var row = OPTIONS.ofItem(chosen, 1, added, totals).right();
          rows.add(
              new Choice(
                  id,
                  isKey(item, id),
                  row.count(),
                  row.proportion(),
                  row.meanTotal(),
                  row.restCorrelation(),
                  row.trace()));
        });
    return rows;
  }

  /** For every option whether each candidate chose it: 1 or 0. */
  private Map<String, int[]> codes(int at, TestItem item, double[] earned) {
    var chosen = new LinkedHashMap<String, int[]>();
    switch (item.version().content()) {
      case ItemContent.Single single ->
          single.options().forEach(option -> chosen.put(option.id(), took(at, option.id())));
      case ItemContent.Multiple multiple ->
          multiple.options().forEach(option -> chosen.put(option.id(), took(at, option.id())));
      default -> {
        chosen.put("right", whole(at, earned, true));
        chosen.put("wrong", whole(at, earned, false));
      }
    }
    chosen.put(
        "omitted", marked.stream().mapToInt(one -> given(one, at).isEmpty() ? 1 : 0).toArray());
    return chosen;
  }

  private int[] took(int at, String option) {
    return marked.stream()
        .mapToInt(
            one -> given(one, at).filter(response -> names(response, option)).isPresent() ? 1 : 0)
        .toArray();
  }

  private static boolean names(JsonNode response, String option) {
    if (response.isTextual()) return response.textValue().equals(option);
    for (var one : response) if (option.equals(one.textValue())) return response.isArray();
    return false;
  }

  private int[] whole(int at, double[] earned, boolean right) {
    return IntStream.range(0, marked.size())
        .map(p -> given(marked.get(p), at).isPresent() && (earned[p] == 1) == right ? 1 : 0)
        .toArray();
  }

  private static boolean isKey(TestItem item, String id) {
    var also = item.rule().responses().stream().anyMatch(response -> names(response, id));
    return also
        || switch (item.version().content()) {
          case ItemContent.Single single -> single.key().options().contains(id);
          case ItemContent.Multiple multiple -> multiple.key().options().contains(id);
          default -> id.equals("right");
        };
  }

  /** An item that does not count raises no flag but comments, once people have decided so. */
  private List<Flag> flags(int at, TestItem item, double[] earned, List<String> comments) {
    var flags = new java.util.TreeSet<Flag>();
    if (!comments.isEmpty()) flags.add(Flag.COMMENTS);
    if (!marked.isEmpty())
      for (var finding : KeyValidation.withDefaults().review(options(at, item, earned)))
        Optional.ofNullable(FLAGS.get(finding.flag())).ifPresent(flags::add);
    return List.copyOf(flags);
  }

  /** As the key validation reads it: options of a single choice, else wholly right or not. */
  private DistractorAnalysis.Result options(int at, TestItem item, double[] earned) {
    var ids = new ArrayList<String>();
    var single = item.version().content() instanceof ItemContent.Single;
    if (single) item.version().content().choices().forEach(option -> ids.add(option.id()));
    var key = single ? ids.indexOf(key(item)) : 1;
    var chosen =
        IntStream.range(0, marked.size())
            .map(p -> code(given(marked.get(p), at), ids, key, earned[p]))
            .toArray();
    var all = DistractorAnalysis.withDefaults().withOmitted(OMITTED);
    var analysed =
        (single ? all.withOptions(IntStream.range(0, ids.size()).toArray()) : all)
            .ofItem(chosen, key, added(at), totals);
    var kept =
        single
            ? analysed.options()
            : analysed.options().stream().filter(one -> one.code() != 0).toList();
    var judged = new DistractorAnalysis.Item(1, key, analysed.presented(), kept);
    return new DistractorAnalysis.Result(List.of(judged), marked.size(), List.of());
  }

  private static String key(TestItem item) {
    return ((ItemContent.Single) item.version().content()).key().options().getFirst();
  }

  /** A further right answer counts as the key. */
  private static int code(Optional<JsonNode> response, List<String> ids, int key, double earned) {
    if (response.isEmpty()) return OMITTED;
    if (earned == 1) return key;
    return ids.isEmpty() ? 0 : Math.max(0, ids.indexOf(response.get().asText()));
  }
}
