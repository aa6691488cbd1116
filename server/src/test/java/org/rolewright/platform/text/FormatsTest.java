package org.rolewright.platform.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class FormatsTest {
  private final Formats english = new Formats(Language.ENGLISH, new Texts());
  private final Formats spanish = new Formats(Language.SPANISH, new Texts());

  @Test
  void numbers_keep_their_decimals() {
    assertEquals("3.10", english.number(3.1, 2));
    assertEquals("3,10", spanish.number(3.1, 2));
    assertEquals("12,345", english.number(12_345));
  }

  @Test
  void a_negative_number_has_a_minus_sign_and_zero_has_none() {
    assertEquals("\u22120.25", english.number(-0.25, 2));
    assertEquals("0.0", english.number(-0.04, 1));
  }

  @Test
  void what_has_no_value_is_not_a_zero() {
    assertEquals("n/a", english.number(Double.NaN, 2));
    assertEquals("n. d.", spanish.percent(Double.NaN, 1));
    assertEquals("n/a", english.interval(1, Double.NaN, 2));
  }

  @Test
  void shares_intervals_and_dates_read_in_the_language() {
    assertEquals("30.6%", english.percent(0.3056, 1));
    assertEquals("30,6\u00a0%", spanish.percent(0.3056, 1));
    assertEquals("3,02 a 3,20", spanish.interval(3.02, 3.2, 2));
    assertEquals("June 30, 2026", english.date(Instant.parse("2026-06-30T12:00:00Z")));
    assertEquals("30 de junio de 2026", spanish.date(Instant.parse("2026-06-30T12:00:00Z")));
  }
}
