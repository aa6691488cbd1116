package org.rolewright.credential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.rolewright.platform.Refusal;

class KnockLimitTest {
  private Instant now = Instant.parse("2026-03-02T10:00:00Z");
  private final KnockLimit limit = new KnockLimit(() -> now);

  private static Signs number(int which) {
    int base = Signs.ALPHABET.length();
    return Signs.of(at -> at < 3 ? which / (int) Math.pow(base, at) % base : 0);
  }

  private String refused(int which) {
    return assertThrows(Refusal.Busy.class, () -> limit.wrong(number(which))).key();
  }

  @Test
  void ten_wrong_codes_on_one_number_are_enough_for_ten_minutes() {
    for (int i = 0; i < 10; i++) limit.wrong(number(1));
    assertEquals("tooManyWrongCertificateCodes", refused(1));
    limit.wrong(number(2));
    now = now.plus(Duration.ofMinutes(10)).plusMillis(1);
    limit.wrong(number(1));
  }

  @Test
  void six_hundred_wrong_codes_over_all_numbers_are_enough_for_a_minute() {
    for (int i = 0; i < 600; i++) limit.wrong(number(i));
    assertEquals("tooManyWrongCertificates", refused(601));
    now = now.plus(Duration.ofMinutes(1)).plusMillis(1);
    limit.wrong(number(601));
  }
}
