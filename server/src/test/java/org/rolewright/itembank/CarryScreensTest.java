package org.rolewright.itembank;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An expert brings the items to a newly adopted blueprint. */
class CarryScreensTest {
  private static BankScreens screens;
  private static TestBank bank;

  @BeforeAll
  static void start() {
    screens = new BankScreens();
    bank = screens.bank;
    create(0, 0);
    create(0, 1);
    create(1, 0);
    bank.adoptWithout(bank.cell(1, 0).get("id").asText());
  }

  @AfterAll
  static void stop() {
    screens.close();
  }

  private static void create(int domain, int task) {
    var cell = bank.cell(domain, task);
    var draft = bank.draft();
    draft.put("task", cell.get("id").asText());
    draft.putArray("ksas").add(cell.at("/ksas/0/id").asText());
    bank.create(bank.writer, draft);
  }

  @Test
  void what_comes_along_is_seen_before_and_what_stays_is_told_why() {
    for (var look : BankScreens.LOOKS)
      try (var seat = screens.seat(look, bank.expertPerson())) {
        seat.to("").at("main a[href$='/itembank/carry']").click();
        assertThat(seat.at("main tbody tr")).hasCount(1);
        seat.inspect("carry");
      }
    try (var seat = screens.seat(BankScreens.LOOKS.getFirst(), bank.expertPerson())) {
      seat.to("/carry").at("main [name=reason]").fill("short");
      seat.at("main form .button.primary").click();
      assertThat(seat.at("main [name=reason][aria-invalid=true]")).hasCount(1);
      seat.inspect("carry-refused");
      seat.at("main [name=reason]").fill("Version 2 was adopted in March.");
      seat.at("main form .button.primary").click();
      assertThat(seat.at("main form")).hasCount(0);
      assertThat(seat.at("main tbody tr")).hasCount(1);
      seat.inspect("carry-left");
      seat.to("");
      assertThat(seat.at("main a[href$='/itembank/carry']")).hasCount(1);
    }
  }
}
