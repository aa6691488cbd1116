package org.rolewright.identity;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.util.Map;
import org.rolewright.platform.Refusal;

/** Keeps passwords by Argon2id; each hash says how much work went into it. */
final class Passwords {
  private static final int SHORTEST = 12;
  private final Argon2Function argon2;

  Passwords(PasswordWork work) {
    argon2 = Argon2Function.getInstance(work.kibibytes(), work.passes(), 1, 32, Argon2.ID);
  }

  /**
   * @throws Refusal.BrokenRule when the password is too short
   */
  String hash(String password) {
    if (password.codePointCount(0, password.length()) < SHORTEST)
      throw new Refusal.BrokenRule("passwordTooShort", Map.of("limit", SHORTEST));
    return Password.hash(password).addRandomSalt(16).with(argon2).getResult();
  }

  boolean matches(String password, String hash) {
    return Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash));
  }

  /** Takes as long as a real check, so that unknown addresses answer no faster than known ones. */
  void waste(String password) {
    Password.hash(password).addRandomSalt(16).with(argon2);
  }
}
