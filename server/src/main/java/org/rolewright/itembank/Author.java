package org.rolewright.itembank;

import java.util.Optional;
import org.rolewright.platform.Actor;
import org.rolewright.platform.PersonId;

/** Who wrote something; without a person where the program did. */
public record Author(Optional<PersonId> person, String name) {
  public static Author of(Actor actor) {
    return new Author(actor.person(), actor.name());
  }

  boolean is(Actor actor) {
    return person.isPresent() && person.equals(actor.person());
  }
}
