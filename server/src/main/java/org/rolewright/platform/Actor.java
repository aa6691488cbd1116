package org.rolewright.platform;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who asks for something: a signed-in person, somebody unknown (a survey peer, a visitor), or the
 * program itself (a job that goes on after a restart, the demonstration).
 */
public sealed interface Actor {

  /** Roles held; empty for a visitor. */
  Set<Role> roles();

  /** The person, where one is signed in. */
  default Optional<PersonId> person() {
    return Optional.empty();
  }

  /** The name to sign with. */
  default String name() {
    return roleText();
  }

  /** The roles as one text for the audit trail. */
  default String roleText() {
    return roles().stream().map(Role::code).sorted().collect(Collectors.joining(" "));
  }

  /** A signed-in person. */
  record Person(PersonId id, String name, String email, Set<Role> roles) implements Actor {
    @Override
    public Optional<PersonId> person() {
      return Optional.of(id);
    }
  }

  /** Nobody that we know, and on purpose: survey answers are anonymous. */
  record Visitor() implements Actor {
    @Override
    public Set<Role> roles() {
      return Set.of();
    }
  }

  /** The program itself. */
  record Program(String task) implements Actor {
    @Override
    public Set<Role> roles() {
      return EnumSet.of(Role.ADMINISTRATOR, Role.CERTIFICATION_EXPERT);
    }

    @Override
    public String roleText() {
      return "program " + task;
    }
  }
}
