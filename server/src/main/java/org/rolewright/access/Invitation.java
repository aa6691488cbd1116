package org.rolewright.access;

import java.util.UUID;
import org.rolewright.platform.Role;

/**
 * A colleague asked to join.
 *
 * @param link shown once to the person who invites; only its hash is kept
 */
public record Invitation(UUID id, String email, Role role, String link) {}
