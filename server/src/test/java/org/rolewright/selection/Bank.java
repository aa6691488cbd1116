package org.rolewright.selection;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.rolewright.selection.Scope.Kind;
import org.rolewright.selection.Scope.Trait;
import org.rolewright.selection.SelectionProblem.Group;
import org.rolewright.selection.SelectionProblem.Item;
import org.rolewright.selection.SelectionProblem.Measure;

/**
 * A made-up bank: items over domains, tasks, levels and keys, with proportions correct and seconds.
 */
record Bank(List<Item> items, Measure p, Measure pSquared, Measure seconds) {
  static final List<String> LEVELS = List.of("recall", "application", "analysis");

  static Bank of(long seed, int size, int domains, int tasksEach) {
    var random = new Random(seed);
    var items = new ArrayList<Item>();
    var p = new ArrayList<Double>();
    var seconds = new ArrayList<Double>();
    for (int i = 0; i < size; i++) {
      int domain = random.nextInt(domains);
      items.add(
          new Item(
              "I" + i,
              Set.of(
                  new Trait(Kind.DOMAIN, "D" + domain),
                  new Trait(Kind.TASK, "D" + domain + "." + random.nextInt(tasksEach)),
                  new Trait(Kind.LEVEL, LEVELS.get(random.nextInt(3))),
                  new Trait(Kind.KEY, "abcd".substring(random.nextInt(4)).substring(0, 1)))));
      p.add(Math.round(1000 * Math.clamp(0.7 + 0.15 * random.nextGaussian(), 0.1, 0.98)) / 1000.0);
      seconds.add(45.0 + random.nextInt(60));
    }
    return new Bank(
        items,
        new Measure("p", 0.001, p),
        new Measure("p²", 0.001, p.stream().map(value -> value * value).toList()),
        new Measure("seconds", 1, seconds));
  }

  /** Sets of items that have nothing else in common; no item is in two of them. */
  List<Group> groups(Group.Kind kind, int count, int size, Random random) {
    var free = new ArrayList<>(IntStream.range(0, items.size()).boxed().toList());
    java.util.Collections.shuffle(free, random);
    var groups = new ArrayList<Group>();
    for (int g = 0; g < count; g++) {
      var members = List.copyOf(new TreeSet<>(free.subList(g * size, (g + 1) * size)));
      groups.add(
          switch (kind) {
            case ENEMIES -> Group.enemies(members);
            case FRIENDS -> Group.friends(members);
            case SET -> new Group(kind, "S" + g, members, 2, size);
          });
    }
    return groups;
  }

  Scope task(String task) {
    return Scope.of(new Trait(Kind.TASK, task));
  }

  static Scope level(String level) {
    return Scope.of(new Trait(Kind.LEVEL, level));
  }

  static Scope domain(int domain) {
    return Scope.of(new Trait(Kind.DOMAIN, "D" + domain));
  }
}
