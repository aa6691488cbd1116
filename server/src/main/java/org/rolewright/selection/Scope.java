package org.rolewright.selection;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which items are meant: those with all of these traits; without traits, every item. */
public record Scope(Set<Trait> traits) {

  /** One thing that is so of an item. */
  public record Trait(Kind kind, String value) implements Comparable<Trait> {
    @Override
    public int compareTo(Trait other) {
      int byKind = kind.compareTo(other.kind);
      return byKind != 0 ? byKind : value.compareTo(other.value);
    }

    @Override
    public String toString() {
      return kind + " " + value;
    }
  }

  /** What traits tell. {@code FORM}: an earlier form that has the item; there may be several. */
  public enum Kind {
    USE,
    DOMAIN,
    TASK,
    LEVEL,
    TYPE,
    KEY,
    FORM
  }

  /** Every item. */
  public static final Scope ALL = new Scope(Set.of());

  public Scope {
    traits = java.util.Collections.unmodifiableSet(new TreeSet<>(traits));
  }

  public static Scope of(Trait... traits) {
    return new Scope(Set.of(traits));
  }

  public Scope and(Kind kind, String value) {
    var more = new TreeSet<>(traits);
    more.add(new Trait(kind, value));
    return new Scope(more);
  }

  /** Whether whatever has those traits is meant. */
  public boolean covers(Set<Trait> others) {
    return others.containsAll(traits);
  }

  public Optional<String> value(Kind kind) {
    return traits.stream().filter(trait -> trait.kind() == kind).map(Trait::value).findFirst();
  }

  @Override
  public String toString() {
    return traits.stream().map(Trait::toString).collect(Collectors.joining(", "));
  }
}
