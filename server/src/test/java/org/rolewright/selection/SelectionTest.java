package org.rolewright.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rolewright.selection.Scope.Kind;
import org.rolewright.selection.Scope.Trait;
import org.rolewright.selection.Selection.Effort;
import org.rolewright.selection.SelectionProblem.Common;
import org.rolewright.selection.SelectionProblem.Goal;
import org.rolewright.selection.SelectionProblem.Group;
import org.rolewright.selection.SelectionProblem.Item;
import org.rolewright.selection.SelectionProblem.Measure;
import org.rolewright.selection.SelectionProblem.Quota;
import org.rolewright.selection.SelectionProblem.Total;
import org.rolewright.selection.SelectionResult.Rule;
import org.rolewright.selection.SelectionResult.Status;

/** The engine against trying everything, against known answers, and at full size. */
class SelectionTest {
  private static final Effort EFFORT = Effort.withDefaults();

  private static SelectionResult solve(SelectionProblem problem) {
    return Selection.solve(problem, EFFORT, _ -> {});
  }

  /** A problem on a random tiny bank, of which some have no solution. */
  static SelectionProblem tiny(long seed) {
    var random = new Random(seed);
    int forms = 1 + random.nextInt(2);
    var bank = Bank.of(seed, forms == 1 ? 13 : 9, 2, 2);
    var quotas = new ArrayList<Quota>();
    quotas.add(Quota.exactly(Scope.ALL, forms == 1 ? 5 : 3));
    quotas.add(new Quota(Bank.domain(0), 1, 3));
    quotas.add(new Quota(Bank.level("application"), 1, 2));
    var groups = new ArrayList<Group>();
    groups.addAll(bank.groups(Group.Kind.ENEMIES, 2, 2, random));
    groups.addAll(bank.groups(Group.Kind.FRIENDS, 1, 2, random));
    groups.addAll(bank.groups(Group.Kind.SET, 1, 3, random));
    var keys = "abcd".chars().mapToObj(k -> Scope.of(new Trait(Kind.KEY, "" + (char) k))).toList();
    var goals =
        List.<Goal>of(
            new Goal.Closest(List.of(bank.p()), List.of(forms == 1 ? 3.5 : 2.1), 5),
            new Goal.Alike(bank.pSquared(), 3),
            new Goal.Even(keys, 20),
            new Goal.Least(bank.seconds(), 1),
            new Goal.Most(List.of(bank.pSquared()), 1));
    return new SelectionProblem(
        bank.items(),
        forms,
        quotas,
        List.of(new Total(bank.seconds(), 0, forms == 1 ? 370 : 230)),
        groups,
        new Common(0, random.nextInt(2), List.of()),
        goals,
        List.of(Bank.domain(0), Bank.domain(1)));
  }

  @Test
  void the_best_forms_are_those_that_trying_everything_finds() {
    int possible = 0;
    int impossible = 0;
    for (long seed = 1; seed <= 40; seed++) {
      var problem = tiny(seed);
      var expected = BruteForce.best(problem);
      var result = solve(problem);
      if (expected.isEmpty()) {
        assertEquals(Status.IMPOSSIBLE, result.status(), "seed " + seed);
        impossible++;
        continue;
      }
      possible++;
      assertEquals(Status.OPTIMAL, result.status(), "seed " + seed);
      assertEquals(List.of(), FormsCheck.faults(problem, result.forms()), "seed " + seed);
      assertEquals(expected.getAsLong(), result.objective(), 1e-6, "seed " + seed);
      assertEquals(
          expected.getAsLong(), FormsCheck.objective(problem, result.forms()), "seed " + seed);
      assertEquals(0, result.gap(), 1e-6, "seed " + seed);
    }
    assertTrue(possible > 20 && impossible > 2, possible + " and " + impossible);
  }

  @Test
  void items_said_to_be_missing_are_as_few_as_can_be() {
    int seen = 0;
    for (long seed = 1; seed <= 60 && seen < 6; seed++) {
      var problem = shortOfApplication(seed);
      var result = solve(problem);
      if (result.status() != Status.IMPOSSIBLE || result.missing().isEmpty()) continue;
      seen++;
      int missing = result.missing().stream().mapToInt(m -> m.count()).sum();
      assertTrue(BruteForce.best(with(problem, result)).isPresent(), "seed " + seed);
      var one = result.missing().getFirst().scope();
      for (int fewer = 0; fewer < missing; fewer++)
        for (var kind : problem.writable())
          assertTrue(
              BruteForce.best(withNew(problem, kind, fewer)).isEmpty()
                  || missing == 1 && one != kind,
              "seed " + seed + ": " + fewer + " of " + kind);
    }
    assertTrue(seen >= 4, "problems: " + seen);
  }

  private static SelectionProblem shortOfApplication(long seed) {
    var bank = Bank.of(seed, 9, 2, 1);
    return new SelectionProblem(
        bank.items(),
        1,
        List.of(
            Quota.exactly(Scope.ALL, 6),
            new Quota(Bank.domain(0), 3, 3),
            new Quota(Bank.level("application"), 4, 5)),
        List.of(),
        bank.groups(Group.Kind.ENEMIES, 1, 2, new Random(seed)),
        Common.NONE,
        List.of(),
        List.of(
            Bank.domain(0),
            Bank.domain(1),
            Bank.domain(0).and(Kind.LEVEL, "application"),
            Bank.domain(1).and(Kind.LEVEL, "application")));
  }

  private static SelectionProblem with(SelectionProblem problem, SelectionResult result) {
    var now = problem;
    for (var missing : result.missing()) now = withNew(now, missing.scope(), missing.count());
    return now;
  }

  private static SelectionProblem withNew(SelectionProblem problem, Scope kind, int count) {
    var items = new ArrayList<>(problem.items());
    for (int i = 0; i < count; i++) items.add(new Item("new", kind.traits()));
    return new SelectionProblem(
        items,
        problem.forms(),
        problem.quotas(),
        problem.totals(),
        problem.groups(),
        problem.common(),
        problem.goals(),
        problem.writable());
  }

  /**
   * Statement of van der Linden (2005), 4.1 and 5.1, by hand: with one cell and no other rule the
   * most informative form at a cut is that of the most informative items.
   */
  @Test
  void the_most_informative_form_is_that_of_the_most_informative_items() {
    var information = new ArrayList<Double>();
    for (int i = 0; i < 200; i++) information.add(0.2 + 0.005 * ((i * 37) % 200));
    var measure = new Measure("information", 0.001, information);
    var items = IntStream.range(0, 200).mapToObj(i -> new Item("I" + i, Set.of())).toList();
    var result =
        solve(
            new SelectionProblem(
                items,
                1,
                List.of(Quota.exactly(Scope.ALL, 10)),
                List.of(),
                List.of(),
                Common.NONE,
                List.of(new Goal.Most(List.of(measure), 1)),
                List.of()));
    double best =
        information.stream()
            .sorted((a, b) -> Double.compare(b, a))
            .limit(10)
            .mapToDouble(d -> d)
            .sum();
    assertEquals(Status.OPTIMAL, result.status());
    assertEquals(best, result.goals().getFirst().value(), 1e-9);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void the_same_seed_gives_the_same_forms(long seed) {
    assertEquals(solve(tiny(seed)).forms(), solve(tiny(seed)).forms());
  }

  @Test
  void two_forms_of_a_hundred_come_from_a_thousand_and_tell_the_gap() {
    var problem = LargeProblem.of(60);
    int constraints = LargeProblem.constraints(problem);
    assertTrue(constraints >= 30, "constraints " + constraints);
    long start = System.nanoTime();
    var result = solve(problem);
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        "two forms of 100 from 1,000 under %d constraints: %s, objective %.0f, bound %.0f, %.1f s%n",
        constraints, result.status(), result.objective(), result.bound(), seconds);
    result.goals().forEach(System.out::println);
    assertEquals(List.of(), FormsCheck.faults(problem, result.forms()));
    assertTrue(result.bound() <= result.objective());
    var p = result.goals().getFirst();
    assertTrue(p.value() < 0.5, "mean p within 0.005 of the target: " + p);
  }

  @Test
  void an_impossible_wish_is_explained() {
    var wish = LargeProblem.impossible();
    var result = solve(wish.problem());
    System.out.printf(
        "explained in %.1f s: %s %s%n",
        result.seconds(), result.missing(), result.cures() + " " + result.broken());
    assertEquals(Status.IMPOSSIBLE, result.status());
    assertEquals(
        List.of(
            new SelectionResult.Missing(wish.scope(), wish.wanted() - wish.have(), wish.have())),
        result.missing());
    assertEquals(List.of(Rule.SHARING), result.cures());
  }

  @Test
  @Timeout(300)
  void a_search_ends_when_it_is_told_to() {
    final class Stop extends RuntimeException {}
    var heavy = LargeProblem.of(200);
    assertThrows(
        Stop.class,
        () ->
            Selection.solve(
                heavy,
                new Effort(1, 2, 100_000, 0, Duration.ofHours(1)),
                fraction -> {
                  if (fraction > 0.0001) throw new Stop();
                }));
  }

  /** An interrupt would close the connection of a listener that is just writing to the database. */
  @Test
  void who_listens_is_never_interrupted_when_the_search_ends() {
    var interrupted = new java.util.concurrent.atomic.AtomicBoolean();
    Selection.solve(
        tiny(1),
        EFFORT,
        _ -> {
          try {
            Thread.sleep(400);
          } catch (InterruptedException e) {
            interrupted.set(true);
          }
        });
    assertEquals(false, interrupted.get());
  }
}
