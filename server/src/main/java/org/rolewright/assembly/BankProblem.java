package org.rolewright.assembly;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.rolewright.form.Placed;
import org.rolewright.form.PublishedForm;
import org.rolewright.form.Targets;
import org.rolewright.item.Level;
import org.rolewright.itembank.ItemId;
import org.rolewright.itembank.ItemSet;
import org.rolewright.itembank.ItemState;
import org.rolewright.itembank.PoolItem;
import org.rolewright.selection.Scope;
import org.rolewright.selection.Scope.Kind;
import org.rolewright.selection.Scope.Trait;
import org.rolewright.selection.Selection;
import org.rolewright.selection.SelectionProblem;
import org.rolewright.selection.SelectionProblem.Common;
import org.rolewright.selection.SelectionProblem.Goal;
import org.rolewright.selection.SelectionProblem.Group;
import org.rolewright.selection.SelectionProblem.Item;
import org.rolewright.selection.SelectionProblem.Measure;
import org.rolewright.selection.SelectionProblem.Quota;
import org.rolewright.selection.SelectionProblem.Total;

/**
 * Wishes and a bank as a problem. Scored items are chosen first; pilot items are added to what was
 * chosen, so that they never make a scored form worse.
 */
final class BankProblem {
  /** What one thousandth of expected score is worth: a hundred of them are one score point. */
  private static final int CLOSE = 10;

  private static final int ALIKE_IN_DOMAIN = 2;
  private static final int ONE_KEY = 50;

  private final Wishes wishes;
  private final Bank bank;
  private final List<PoolItem> usable;

  /**
   * What can be chosen from.
   *
   * @param earlier the forms that wishes about overlap name
   */
  record Bank(
      Targets targets, List<PoolItem> pool, List<ItemSet> sets, List<PublishedForm> earlier) {}

  /** A problem with the items behind its places. */
  record Posed(SelectionProblem problem, List<PoolItem> items) {}

  private BankProblem(Wishes wishes, Bank bank) {
    this.wishes = wishes;
    this.bank = bank;
    usable = bank.pool().stream().filter(this::mayBeTaken).toList();
  }

  /** Choosing the scored items. */
  static Posed scored(Wishes wishes, Bank bank) {
    return new BankProblem(wishes, bank).scored();
  }

  /** Choosing pilot items beside those that are taken. */
  static Posed pilot(Wishes wishes, Bank bank, Collection<PoolItem> taken) {
    return new BankProblem(wishes, bank).pilot(taken);
  }

  static Selection.Effort effort(Wishes wishes) {
    return new Selection.Effort(
        wishes.seed(), 2, wishes.seconds() * 0.6, CLOSE, Duration.ofSeconds(wishes.seconds()));
  }

  private boolean mayBeTaken(PoolItem item) {
    return item.languages().containsAll(wishes.languages())
        && !wishes.without().contains(item.item())
        && (wishes.takeResting() || item.rests().isEmpty());
  }

  private boolean mayBeScored(PoolItem item) {
    return item.state() == ItemState.OPERATIONAL
        || wishes.scoreUntried() && item.state() == ItemState.APPROVED;
  }

  private Posed scored() {
    var items = usable.stream().filter(this::mayBeScored).toList();
    var problem =
        new SelectionProblem(
            items.stream().map(this::item).toList(),
            wishes.forms(),
            quotas(),
            totals(items),
            groups(items),
            common(),
            goals(items),
            writable());
    return new Posed(problem, items);
  }

  private Item item(PoolItem item) {
    var traits = new TreeSet<Trait>();
    traits.add(new Trait(Kind.DOMAIN, item.domain().value().toString()));
    traits.add(new Trait(Kind.TASK, item.task().value().toString()));
    traits.add(new Trait(Kind.LEVEL, item.level().code()));
    traits.add(new Trait(Kind.TYPE, item.type().code()));
    item.keyPosition().ifPresent(place -> traits.add(new Trait(Kind.KEY, String.valueOf(place))));
    for (var form : bank.earlier())
      if (form.items().stream().map(Placed::itemId).anyMatch(item.item()::equals))
        traits.add(new Trait(Kind.FORM, form.code()));
    return new Item(item.code(), traits);
  }

  private List<Quota> quotas() {
    var quotas = new ArrayList<Quota>();
    quotas.add(Quota.exactly(Scope.ALL, wishes.length()));
    for (var domain : bank.targets().domains()) {
      quotas.add(Quota.exactly(scope(domain), domain.items()));
      for (var task : domain.tasks()) add(quotas, scope(domain, task), task.items());
    }
    for (var wish : wishes.levels())
      quotas.add(new Quota(Scope.ALL.and(Kind.LEVEL, wish.level().code()), wish.min(), wish.max()));
    for (var wish : wishes.cells()) quotas.add(new Quota(scope(wish), wish.min(), wish.max()));
    for (var overlap : wishes.overlaps()) quotas.add(quota(overlap));
    return quotas;
  }

  private void add(List<Quota> quotas, Scope task, int items) {
    switch (wishes.tasks()) {
      case EXACT -> quotas.add(Quota.exactly(task, items));
      case NEAR -> quotas.add(new Quota(task, Math.max(0, items - 1), items + 1));
      case FREE -> {}
    }
  }

  private static Scope scope(Targets.Domain domain) {
    return Scope.ALL.and(Kind.DOMAIN, domain.id().value().toString());
  }

  private static Scope scope(Targets.Domain domain, Targets.Task task) {
    return scope(domain).and(Kind.TASK, task.id().value().toString());
  }

  private static Scope scope(Wishes.CellWish wish) {
    var task = Scope.ALL.and(Kind.TASK, wish.task().value().toString());
    return wish.level().map(level -> task.and(Kind.LEVEL, level.code())).orElse(task);
  }

  private Quota quota(Wishes.Overlap overlap) {
    var form =
        bank.earlier().stream()
            .filter(one -> one.id().equals(overlap.form()))
            .findFirst()
            .orElseThrow();
    return new Quota(Scope.ALL.and(Kind.FORM, form.code()), overlap.min(), overlap.max());
  }

  /** Time that pilot items need is kept free for them. */
  private List<Total> totals(List<PoolItem> items) {
    var totals = new ArrayList<Total>();
    double each = items.stream().mapToDouble(PoolItem::secondsEstimate).average().orElse(0);
    if (wishes.withinTime())
      totals.add(
          new Total(
              measure("seconds", 1, items, PoolItem::secondsEstimate),
              0,
              Math.max(0, wishes.secondsAllowed() - wishes.pilot() * each)));
    wishes
        .mostWords()
        .ifPresent(
            most -> totals.add(new Total(measure("words", 1, items, PoolItem::words), 0, most)));
    return totals;
  }

  private static Measure measure(
      String name, double unit, List<PoolItem> items, ToDoubleFunction<PoolItem> value) {
    return new Measure(name, unit, items.stream().mapToDouble(value).boxed().toList());
  }

  private List<Group> groups(List<PoolItem> items) {
    var groups = new ArrayList<Group>();
    for (var set : bank.sets()) {
      var members = places(items, item -> set.items().contains(item.item()));
      if (members.size() < 2) continue;
      groups.add(
          switch (set.kind()) {
            case ENEMY -> Group.enemies(members);
            case FRIEND -> Group.friends(members);
          });
    }
    cases(items).forEach((name, members) -> groups.add(stimulus(name, members)));
    return groups;
  }

  private static List<Integer> places(List<PoolItem> items, Predicate<PoolItem> which) {
    return IntStream.range(0, items.size()).filter(i -> which.test(items.get(i))).boxed().toList();
  }

  private static Map<String, List<Integer>> cases(List<PoolItem> items) {
    var cases = new LinkedHashMap<String, List<Integer>>();
    for (int i = 0; i < items.size(); i++) {
      int place = i;
      items
          .get(i)
          .stimulus()
          .ifPresent(stimulus ->
              cases
                  .computeIfAbsent(stimulus.value().toString(), _ -> new ArrayList<>())
                  .add(place));
    }
    return cases;
  }

  private Group stimulus(String name, List<Integer> members) {
    int most = Math.min(members.size(), wishes.mostOfACase().orElse(members.size()));
    int least = wishes.mostOfACase().isEmpty() ? members.size() : Math.min(2, most);
    return new Group(Group.Kind.SET, name, members, least, most);
  }

  /** Anchors are a small picture of the form: each domain has its share, rounded down or up. */
  private Common common() {
    if (wishes.forms() == 1 || wishes.common() == 0) return Common.NONE;
    double share = wishes.common() / (double) wishes.length();
    var quotas =
        bank.targets().domains().stream()
            .map(domain ->
                new Quota(
                    scope(domain),
                    (int) Math.floor(domain.items() * share),
                    (int) Math.ceil(domain.items() * share)))
            .toList();
    return new Common(wishes.common(), wishes.common(), quotas);
  }

  private List<Goal> goals(List<PoolItem> items) {
    var goals = new ArrayList<Goal>();
    var mean = mean(items);
    if (mean.isPresent()) addDifficulty(goals, items, mean.getAsDouble());
    if (wishes.evenKeys()) goals.add(new Goal.Even(keys(items), ONE_KEY));
    if (wishes.forms() > 1) {
      goals.add(new Goal.Alike(measure("seconds", 10, items, PoolItem::secondsEstimate), 1));
      for (var level : Level.values())
        goals.add(
            new Goal.Alike(
                measure(level.code(), 1, items, item -> item.level() == level ? 1 : 0), ONE_KEY));
    }
    if (wishes.preferUnseen())
      goals.add(new Goal.Least(measure("exposure", 1, items, BankProblem::seen), 1));
    return goals;
  }

  /** How often it was seen, in steps that a few candidates more do not change. */
  private static double seen(PoolItem item) {
    return Math.floor(Math.log1p(item.exposure()));
  }

  private static OptionalDouble mean(List<PoolItem> items) {
    return items.stream()
        .flatMap(item -> item.evidence().stream())
        .mapToDouble(PoolItem.Figures::p)
        .average();
  }

  /** An item never given before counts as one of average difficulty. */
  private void addDifficulty(List<Goal> goals, List<PoolItem> items, double average) {
    ToDoubleFunction<PoolItem> p = item -> item.evidence().map(PoolItem.Figures::p).orElse(average);
    var total = measure("p", 0.001, items, p);
    var squares = measure("p squared", 0.001, items, item -> Math.pow(p.applyAsDouble(item), 2));
    var target = wishes.difficulty();
    int n = wishes.length();
    target
        .mean()
        .ifPresent(mean -> goals.add(new Goal.Closest(List.of(total), List.of(n * mean), CLOSE)));
    target
        .deviation()
        .ifPresent(deviation -> {
          double mean = target.mean().orElse(average);
          double sum = n * (mean * mean + deviation * deviation);
          goals.add(new Goal.Closest(List.of(squares), List.of(sum), CLOSE / 2));
        });
    if (wishes.forms() == 1) return;
    goals.add(new Goal.Alike(total, CLOSE));
    goals.add(new Goal.Alike(squares, CLOSE / 2));
    for (var domain : bank.targets().domains())
      goals.add(
          new Goal.Alike(
              measure(
                  "p in " + domain.code(),
                  0.001,
                  items,
                  item -> item.domain().equals(domain.id()) ? p.applyAsDouble(item) : 0),
              ALIKE_IN_DOMAIN));
  }

  private static List<Scope> keys(List<PoolItem> items) {
    return items.stream()
        .flatMap(item -> item.keyPosition().stream())
        .distinct()
        .sorted()
        .map(place -> Scope.ALL.and(Kind.KEY, String.valueOf(place)))
        .toList();
  }

  /** What authors could write: for every task, at any level or at one. */
  private List<Scope> writable() {
    var kinds = new ArrayList<Scope>();
    for (var domain : bank.targets().domains())
      for (var task : domain.tasks()) {
        kinds.add(scope(domain, task));
        for (var level : Level.values())
          kinds.add(scope(domain, task).and(Kind.LEVEL, level.code()));
      }
    return kinds;
  }

  /** Items not yet operational that fit beside those taken; spread over the domains. */
  private Posed pilot(Collection<PoolItem> taken) {
    var barred = barred(taken);
    var items =
        usable.stream()
            .filter(item -> item.state() != ItemState.OPERATIONAL && !barred.contains(item.item()))
            .toList();
    var quotas = new ArrayList<Quota>();
    quotas.add(Quota.exactly(Scope.ALL, wishes.pilot()));
    var spread =
        bank.targets().domains().stream()
            .map(BankProblem::scope)
            .filter(scope -> items.stream().anyMatch(item -> scope.covers(item(item).traits())))
            .toList();
    var problem =
        new SelectionProblem(
            items.stream().map(this::item).toList(),
            wishes.forms(),
            quotas,
            List.of(),
            groups(items),
            Common.NONE,
            List.of(
                new Goal.Even(spread, ONE_KEY),
                new Goal.Least(measure("exposure", 1, items, BankProblem::seen), 1)),
            List.of(Scope.ALL.and(Kind.USE, "pilot")));
    return new Posed(problem, items);
  }

  /** Those taken, their enemies, their friends, and the other items of their cases. */
  private Set<ItemId> barred(Collection<PoolItem> taken) {
    var chosen = new HashSet<ItemId>();
    var cases = new HashSet<>();
    for (var item : taken) {
      chosen.add(item.item());
      item.stimulus().ifPresent(cases::add);
    }
    var barred = new HashSet<>(chosen);
    for (var set : bank.sets())
      if (set.items().stream().anyMatch(chosen::contains)) barred.addAll(set.items());
    for (var item : usable)
      if (item.stimulus().filter(cases::contains).isPresent()) barred.add(item.item());
    return barred;
  }
}
