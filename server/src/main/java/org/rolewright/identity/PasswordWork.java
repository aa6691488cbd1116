package org.rolewright.identity;

/**
 * The work that goes into one Argon2id hash of a password, in one lane.
 *
 * @param kibibytes of memory
 * @param passes over that memory
 */
public record PasswordWork(int kibibytes, int passes) {
  /** The first choice of the OWASP password storage cheat sheet: 19 MiB, 2 passes. */
  public static final PasswordWork OWASP = new PasswordWork(19 * 1024, 2);
}
