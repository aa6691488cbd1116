package org.rolewright.identity;

import org.rolewright.platform.PersonId;

/** Somebody who can sign in. */
public record Person(PersonId id, String name, String email) {}
