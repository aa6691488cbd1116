package org.rolewright.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.rolewright.form.Meter.Kind;
import org.rolewright.form.Meter.Problem;
import org.rolewright.item.ItemType;
import org.rolewright.item.Level;
import org.rolewright.itembank.ItemId;
import org.rolewright.itembank.ItemSet;
import org.rolewright.itembank.PoolItem;

/** Reads the meter of a form: pure, from the form, its targets and the bank. */
final class MeterRules {
  private final Form form;
  private final Targets targets;
  private final Bank bank;
  private final List<PoolItem> scored = new ArrayList<>();
  private final List<PoolItem> pilot = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  /**
   * What the bank says.
   *
   * @param pool what a form by this blueprint may take
   * @param codes of the items on the form, also of those that are in the pool no more
   */
  record Bank(List<PoolItem> pool, List<ItemSet> sets, Map<ItemId, String> codes) {}

  private MeterRules(Form form, Targets targets, Bank bank) {
    this.form = form;
    this.targets = targets;
    this.bank = bank;
    var byItem =
        bank.pool().stream().collect(Collectors.toMap(PoolItem::item, Function.identity()));
    for (var placed : form.items()) {
      var item = byItem.get(placed.itemId());
      if (item != null) (placed.scored() ? scored : pilot).add(item);
    }
  }

  static Meter of(Form form, Targets targets, Bank bank) {
    return new MeterRules(form, targets, bank).meter();
  }

  private Meter meter() {
    var domains = targets.domains().stream().map(this::domain).toList();
    findBlocking();
    findDeviations(domains);
    findDoubts();
    return new Meter(
        targets.length(),
        (int) form.items().stream().filter(Placed::scored).count(),
        (int) form.items().stream().filter(item -> !item.scored()).count(),
        domains.stream().allMatch(domain -> domain.scored() == domain.wanted()),
        domains,
        Arrays.stream(Level.values())
            .map(level ->
                new Meter.LevelCount(
                    level,
                    count(scored, i -> i.level() == level),
                    count(pilot, i -> i.level() == level)))
            .toList(),
        Arrays.stream(ItemType.values())
            .map(type ->
                new Meter.TypeCount(
                    type,
                    count(scored, i -> i.type() == type),
                    count(pilot, i -> i.type() == type)))
            .toList(),
        keys(),
        difficulty(),
        seconds(),
        form.secondsAllowed(),
        all().stream().mapToInt(PoolItem::words).sum(),
        List.copyOf(problems));
  }

  private Meter.Domain domain(Targets.Domain domain) {
    Predicate<PoolItem> inDomain = item -> item.domain().equals(domain.id());
    return new Meter.Domain(
        domain.id(),
        domain.code(),
        domain.title(),
        domain.items(),
        count(scored, inDomain),
        count(pilot, inDomain),
        domain.tasks().stream().map(this::task).toList());
  }

  private Meter.Task task(Targets.Task task) {
    Predicate<PoolItem> inTask = item -> item.task().equals(task.id());
    var taken = form.items().stream().map(Placed::itemId).collect(Collectors.toSet());
    return new Meter.Task(
        task.id(),
        task.code(),
        task.text(),
        task.items(),
        count(scored, inTask),
        count(pilot, inTask),
        count(bank.pool(), inTask.and(item -> !taken.contains(item.item()))));
  }

  private static int count(Collection<PoolItem> items, Predicate<PoolItem> what) {
    return (int) items.stream().filter(what).count();
  }

  private List<PoolItem> all() {
    var all = new ArrayList<>(scored);
    all.addAll(pilot);
    return all;
  }

  private List<Meter.KeyCount> keys() {
    var places = scored.stream().flatMap(item -> item.keyPosition().stream()).toList();
    int most = places.stream().mapToInt(place -> place + 1).max().orElse(0);
    return IntStream.range(0, most)
        .mapToObj(
            place -> new Meter.KeyCount(place, java.util.Collections.frequency(places, place)))
        .toList();
  }

  private Meter.Difficulty difficulty() {
    var known = scored.stream().flatMap(item -> item.evidence().stream()).toList();
    var p = known.stream().mapToDouble(PoolItem.Figures::p).toArray();
    var rpb = known.stream().flatMapToDouble(one -> one.rpb().stream()).toArray();
    boolean whole =
        p.length > 0 && p.length == form.items().stream().filter(Placed::scored).count();
    return new Meter.Difficulty(
        p.length,
        Arrays.stream(p).average(),
        deviation(p),
        Arrays.stream(rpb).average(),
        whole ? OptionalDouble.of(DoubleStream.of(p).sum()) : OptionalDouble.empty());
  }

  /** Over all items of the form, so divided by their number. */
  private static OptionalDouble deviation(double[] values) {
    double mean = Arrays.stream(values).average().orElse(0);
    var squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).average();
    return squares.isPresent()
        ? OptionalDouble.of(Math.sqrt(squares.getAsDouble()))
        : OptionalDouble.empty();
  }

  private double seconds() {
    return all().stream().mapToDouble(PoolItem::secondsEstimate).sum();
  }

  private void findBlocking() {
    var sections = PublishedForm.sections(form.parts());
    block(Kind.NO_ITEMS, form.items().stream().noneMatch(Placed::scored));
    block(
        Kind.EMPTY_SECTION,
        sections.stream()
            .filter(section -> section.items().isEmpty())
            .map(section -> String.valueOf(section.number()))
            .toList());
    block(Kind.NOT_USABLE, codes(placed -> !usable().contains(placed.itemId())));
    for (var set : bank.sets()) judge(set);
    block(
        Kind.LANGUAGE,
        all().stream()
            .filter(item -> !item.languages().containsAll(form.languages()))
            .map(PoolItem::code)
            .toList());
    int limited = sections.stream().mapToInt(section -> section.seconds().orElse(0)).sum();
    block(Kind.SECTION_TIMES, limited > form.secondsAllowed());
    block(Kind.PART_ORDER, !agreementComesFirst());
  }

  private boolean agreementComesFirst() {
    var kinds = form.parts().stream().map(Object::getClass).toList();
    int agreement = kinds.indexOf(Part.Agreement.class);
    int exit = kinds.indexOf(Part.Exit.class);
    return agreement == kinds.lastIndexOf(Part.Agreement.class)
        && (agreement < 0 || agreement < kinds.indexOf(Part.Questions.class))
        && (exit < 0 || exit == kinds.size() - 1);
  }

  private Set<ItemId> usable() {
    return bank.pool().stream().map(PoolItem::item).collect(Collectors.toSet());
  }

  private void judge(ItemSet set) {
    var taken = codes(placed -> set.items().contains(placed.itemId()));
    switch (set.kind()) {
      case ENEMY -> block(Kind.ENEMIES, taken.size() > 1 ? taken : List.of());
      case FRIEND -> {
        var usable = set.items().stream().filter(usable()::contains).count();
        block(Kind.FRIENDS, !taken.isEmpty() && taken.size() < usable ? taken : List.of());
      }
    }
  }

  private List<String> codes(Predicate<Placed> which) {
    return form.items().stream()
        .filter(which)
        .map(placed -> bank.codes().getOrDefault(placed.itemId(), "?"))
        .toList();
  }

  private void findDeviations(List<Meter.Domain> domains) {
    warn(
        Kind.DOMAINS,
        domains.stream()
            .filter(domain -> domain.scored() != domain.wanted())
            .map(Meter.Domain::code)
            .toList());
    warn(
        Kind.TASKS,
        domains.stream()
            .flatMap(domain -> domain.tasks().stream())
            .filter(task -> task.scored() != task.wanted())
            .map(Meter.Task::code)
            .toList());
  }

  private void findDoubts() {
    var newest = bank.pool().stream().map(PoolItem::version).collect(Collectors.toSet());
    Predicate<Placed> old = placed -> !newest.contains(placed.versionId());
    warn(Kind.NEWER, codes(old.and(placed -> usable().contains(placed.itemId()))));
    warn(Kind.RESTS, codesOf(all(), item -> !item.rests().isEmpty()));
    warn(Kind.UNTRIED, codesOf(scored, item -> item.evidence().isEmpty()));
    if (seconds() > form.secondsAllowed()) problems.add(new Problem(Kind.TIME, false, List.of()));
    warn(Kind.KEYS, unbalanced());
  }

  private static List<String> codesOf(List<PoolItem> items, Predicate<PoolItem> which) {
    return items.stream().filter(which).map(PoolItem::code).toList();
  }

  /** Places whose share of the keys is beyond three standard errors of an even share. */
  private List<String> unbalanced() {
    var keys = keys();
    int all = keys.stream().mapToInt(Meter.KeyCount::count).sum();
    double even = 1.0 / Math.max(1, keys.size());
    double room = 3 * Math.sqrt(all * even * (1 - even));
    return keys.stream()
        .filter(key -> Math.abs(key.count() - all * even) > room)
        .map(key -> String.valueOf((char) ('A' + key.position())))
        .toList();
  }

  private void block(Kind kind, boolean wrong) {
    if (wrong) problems.add(new Problem(kind, true, List.of()));
  }

  private void block(Kind kind, List<String> subjects) {
    if (!subjects.isEmpty()) problems.add(new Problem(kind, true, subjects));
  }

  private void warn(Kind kind, List<String> subjects) {
    if (!subjects.isEmpty()) problems.add(new Problem(kind, false, subjects));
  }
}
