package org.rolewright.itembank;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Locale;
import org.rolewright.Browsers;
import org.rolewright.Browsers.Look;
import org.rolewright.platform.Actor;

/** A bank looked at in a browser: who is signed in, and where. */
public final class BankScreens implements AutoCloseable {
  /** The narrowest phone and a desktop, both themes, both languages. */
  public static final List<Look> LOOKS = Look.tried();

  public final TestBank bank;
  private final Browsers browsers = new Browsers();

  public BankScreens() {
    this(new TestBank());
  }

  /** Of a bank that has something in it; it is closed with the screens. */
  public BankScreens(TestBank bank) {
    this.bank = bank;
  }

  /** Somebody's open browser. */
  public record Seat(BrowserContext context, Page page, String base, Look look)
      implements AutoCloseable {

    /** Goes to a page of the bank, such as {@code /coverage}. */
    public Seat to(String path) {
      return toPart("itembank" + path);
    }

    /** Goes to a page of the study, such as {@code lineage}. */
    public Seat toPart(String path) {
      Browsers.show(page, base + path);
      return this;
    }

    public Locator at(String selector) {
      return page.locator(selector);
    }

    /** The row of a table, by its caption, that holds some words. */
    public Locator at(String table, String caption, String words) {
      var wanted = new Locator.FilterOptions();
      return at(table)
          .filter(wanted.setHasText(caption))
          .locator("tbody tr")
          .filter(new Locator.FilterOptions().setHasText(words))
          .first();
    }

    public Locator button(String name) {
      return page.getByRole(
          com.microsoft.playwright.options.AriaRole.BUTTON,
          new Page.GetByRoleOptions().setName(name));
    }

    /** Demands that axe finds nothing and nothing scrolls sideways; keeps a picture. */
    public void inspect(String name) {
      page.locator(".toast").evaluateAll("all => all.forEach(one => one.hidden = true)");
      page.evaluate("scrollTo(0, 0)");
      Browsers.inspect(
          page,
          "itembank-"
              + name
              + "-"
              + look.width()
              + "-"
              + look.scheme().name().toLowerCase(Locale.ROOT)
              + "-"
              + look.language());
    }

    @Override
    public void close() {
      context.close();
    }
  }

  /** Signs somebody in, with a browser of their own. */
  public Seat seat(Look look, Actor.Person person) {
    var context = browsers.context(look);
    var page = context.newPage();
    var url = bank.installation().baseUrl();
    Browsers.signIn(page, url, person);
    var base = url + "/workbench/#/studies/" + bank.study().value() + "/";
    return new Seat(context, page, base, look);
  }

  @Override
  public void close() {
    browsers.close();
    bank.close();
  }
}
