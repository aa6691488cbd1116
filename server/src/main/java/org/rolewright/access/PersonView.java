package org.rolewright.access;

import java.util.Set;
import org.rolewright.identity.Person;
import org.rolewright.platform.PersonId;
import org.rolewright.platform.Role;

/** A person as colleagues see them. */
public record PersonView(PersonId id, String name, String email, Set<Role> roles) {
  static PersonView of(Person person, Set<Role> roles) {
    return new PersonView(person.id(), person.name(), person.email(), roles);
  }
}
