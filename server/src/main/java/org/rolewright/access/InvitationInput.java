package org.rolewright.access;

import org.rolewright.platform.Role;

/** Whom to ask, in which role. */
public record InvitationInput(String email, Role role) {}
