package org.rolewright.marking;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/** Turns responses into points and points into a result. Pure: the same in, the same out. */
public record Scorer(List<TestItem> items, Optional<Cut> cut, Scale scale) {
  private static final BigDecimal POINT = BigDecimal.ONE.setScale(4);

  /** A sitting with its points, one for each item of the form; pilot items have points too. */
  public record Marked(Taken taken, List<BigDecimal> points, Result result) {}

  public Marked mark(Taken taken) {
    var points =
        IntStream.range(0, items.size()).mapToObj(at -> points(taken, at, items.get(at).rule()));
    var all = points.toList();
    return new Marked(taken, all, result(all));
  }

  /**
   * Points of an item by the written key and further right answers, even where it does not count.
   */
  public BigDecimal earned(Taken taken, int at) {
    var rule = items.get(at).rule();
    var own = rule.kind() == KeyRule.Kind.ALSO_RIGHT ? rule : KeyRule.AS_WRITTEN;
    return points(taken, at, own);
  }

  private BigDecimal points(Taken taken, int at, KeyRule rule) {
    var content = items.get(at).version().content();
    return ItemScorer.points(content, rule, taken.language(), taken.responses().get(at));
  }

  private Result result(List<BigDecimal> points) {
    var raw = BigDecimal.ZERO.setScale(4);
    Map<UUID, BigDecimal> earned = new LinkedHashMap<>();
    Map<UUID, BigDecimal> possible = new LinkedHashMap<>();
    for (var at = 0; at < items.size(); at++) {
      if (!items.get(at).counts()) continue;
      var domain = items.get(at).version().domain().value();
      raw = raw.add(points.get(at));
      earned.merge(domain, points.get(at), BigDecimal::add);
      possible.merge(domain, POINT, BigDecimal::add);
    }
    var domains = new ArrayList<Result.DomainPoints>();
    for (var domain : earned.entrySet())
      domains.add(
          new Result.DomainPoints(
              domain.getKey(), domain.getValue(), possible.get(domain.getKey())));
    var total = raw;
    return new Result(
        total,
        most(items),
        cut.map(line -> scale.scaled(total, line)),
        cut.map(line -> line.passedBy(total)),
        domains);
  }

  /** A point for every item that counts. */
  public static BigDecimal most(List<TestItem> items) {
    return POINT.multiply(BigDecimal.valueOf(items.stream().filter(TestItem::counts).count()));
  }
}
