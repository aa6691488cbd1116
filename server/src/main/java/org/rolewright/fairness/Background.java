package org.rolewright.fairness;

import java.util.Optional;

/** What a candidate states; empty where they would rather not say. */
record Background(Optional<String> gender, Optional<String> ethnicity, Optional<String> age) {
  Background {
    demand(Trait.GENDER, gender);
    demand(Trait.ETHNICITY, ethnicity);
    demand(Trait.AGE, age);
    if (gender.isEmpty() && ethnicity.isEmpty() && age.isEmpty())
      throw new IllegalArgumentException("a statement says something");
  }

  private static void demand(Trait trait, Optional<String> group) {
    if (group.isPresent() && !trait.groups().contains(group.get()))
      throw new IllegalArgumentException("no group of " + trait.code());
  }

  Optional<String> group(Trait trait) {
    return switch (trait) {
      case GENDER -> gender;
      case ETHNICITY -> ethnicity;
      case AGE -> age;
    };
  }
}
