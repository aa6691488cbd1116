package org.rolewright.identity;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PasswordsTest {
  private static final String PASSWORD = "correct horse battery";

  /** https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html */
  @Test
  void the_program_hashes_as_owasp_asks_and_says_so_in_the_hash() {
    var hash = new Passwords(PasswordWork.OWASP).hash(PASSWORD);
    assertTrue(hash.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), hash);
    assertNotEquals(hash, new Passwords(PasswordWork.OWASP).hash(PASSWORD));
  }

  @Test
  void a_password_is_checked_by_the_work_its_hash_was_made_with() {
    var hash = new Passwords(new PasswordWork(64, 1)).hash(PASSWORD);
    var program = new Passwords(PasswordWork.OWASP);
    assertTrue(program.matches(PASSWORD, hash));
    assertFalse(program.matches(PASSWORD + ".", hash));
  }
}
