package org.rolewright.faults;

import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.rolewright.delivery.ExamHall;

/**
 * A candidate who answers, changes answers, loads the page again, goes on at another device, and
 * hands in or works until the time is over.
 */
public final class Sitter implements Runnable {
  /** Somebody with a seat, and the time granted. */
  public record Seat(String code, long allowedMs) {}

  private final Seat seat;
  private final Notebook notebook;
  private final Caller caller;
  private final Random random;
  private final BooleanSupplier over;
  private final List<Page> pages = new CopyOnWriteArrayList<>();
  private int answers;

  /**
   * @param over whether everybody is asked to come to an end
   */
  Sitter(Seat seat, Notebook notebook, Caller caller, Random random, BooleanSupplier over) {
    this.seat = seat;
    this.notebook = notebook;
    this.caller = caller;
    this.random = random;
    this.over = over;
  }

  @Override
  public void run() {
    if (!open()) return;
    var handsInAt =
        System.currentTimeMillis()
            + (random.nextInt(3) == 0
                ? seat.allowedMs() * 2
                : 1 + random.nextLong(seat.allowedMs()));
    while (!active().isClosed()) {
      if (Thread.currentThread().isInterrupted()) return;
      if (over.getAsBoolean() || System.currentTimeMillis() > handsInAt) handIn();
      else live();
    }
    for (var page : pages) end(page);
  }

  /** How far it is, for whoever wonders why it does not end. */
  String lastSeen() {
    return seat.code() + pages.stream().map(Page::lastSeen).toList();
  }

  private Page active() {
    return pages.getLast();
  }

  private boolean open() {
    pages.add(new Page(notebook, caller, seat, random));
    return until(active()::enter) && until(active()::start);
  }

  /** Tries until it is done, or it is too late to begin. */
  private boolean until(BooleanSupplier done) {
    while (!done.getAsBoolean())
      if (over.getAsBoolean() || Thread.currentThread().isInterrupted()) return false;
    return true;
  }

  private void live() {
    switch (random.nextInt(60)) {
      case 0 -> reload();
      case 1 -> goElsewhere();
      case 2, 3 -> typeAtAnOldPage();
      case 4, 6, 7, 8, 9, 10 -> pages.get(random.nextInt(pages.size())).exchange();
      case 5 -> takeThePenBack();
      default -> work();
    }
  }

  private void work() {
    var page = active();
    if (page.isOpen() && !page.timeIsOver()) type(page);
    page.exchange();
    rest(page.isOpen() ? 150 : 400);
  }

  private void type(Page page) {
    for (var n = random.nextInt(12); n >= 0; n--) {
      var item = 1 + random.nextInt(ExamHall.ITEMS);
      switch (random.nextInt(12)) {
        case 0 -> page.type("flag", item, "true");
        case 1 -> page.type("answer", item, "null");
        default -> page.type("answer", item, "\"" + seat.code() + " " + ++answers + "\"");
      }
    }
  }

  private void reload() {
    notebook.count("reload", 1);
    if (random.nextBoolean()) active().reload();
    else active().enter();
  }

  /** What was typed last is still on its way. */
  private void goElsewhere() {
    if (pages.size() == 4) return;
    notebook.count("deviceChange", 1);
    if (active().isOpen() && !active().timeIsOver()) type(active());
    var next = new Page(notebook, caller, seat, random);
    if (!next.enter()) return;
    pages.add(next);
    next.takePen();
  }

  /** The candidate goes back to a device that was left, which has not heard of it yet. */
  private void typeAtAnOldPage() {
    var page = pages.get(random.nextInt(pages.size()));
    if (page == active() || !page.isOpen()) return;
    notebook.count("typingAtTwoDevices", 1);
    type(page);
  }

  private void takeThePenBack() {
    if (!active().writing) active().takePen();
  }

  private void handIn() {
    var page = active();
    if (page.waits()) page.exchange();
    else if (!page.writing && !page.isClosed()) page.takePen();
    else if (random.nextInt(4) == 0) handInTwice(page);
    else page.submit();
    if (!page.isClosed()) page.exchange();
  }

  private void handInTwice(Page page) {
    notebook.count("doubleSubmit", 1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var n = 0; n < 3; n++) threads.submit(page::submit);
    }
  }

  /** What still waits goes in, late or not, and everybody gets the same receipt. */
  private void end(Page page) {
    while (page.waits() || !page.isClosed()) {
      page.exchange();
      if (Thread.currentThread().isInterrupted()) return;
    }
    while (!page.receipt()) if (Thread.currentThread().isInterrupted()) return;
  }

  private void rest(int most) {
    try {
      Thread.sleep(1 + random.nextInt(most));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
