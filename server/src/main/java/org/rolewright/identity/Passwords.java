package org.rolewright.identity;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.util.Map;
import org.rolewright.platform.Refusal;

/** Argon2id with 19 MiB, 2 passes, 1 lane: the first choice of the OWASP password storage sheet. */
final class Passwords {
  private static final int SHORTEST = 12;
  private static final Argon2Function ARGON2 =
      Argon2Function.getInstance(19 * 1024, 2, 1, 32, Argon2.ID);

  private Passwords() {}

  /**
   * @throws Refusal.BrokenRule when the password is too short
   */
  static String hash(String password) {
    if (password.codePointCount(0, password.length()) < SHORTEST)
      throw new Refusal.BrokenRule("passwordTooShort", Map.of("limit", SHORTEST));
    return Password.hash(password).addRandomSalt(16).with(ARGON2).getResult();
  }

  static boolean matches(String password, String hash) {
    return Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash));
  }

  /** Takes as long as a real check, so that unknown addresses answer no faster than known ones. */
  static void waste(String password) {
    Password.hash(password).addRandomSalt(16).with(ARGON2);
  }
}
