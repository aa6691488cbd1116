package org.rolewright.itembank;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rolewright.access.Permission;
import org.rolewright.blueprint.BlueprintId;
import org.rolewright.item.ItemType;
import org.rolewright.item.Level;
import org.rolewright.platform.Actor;
import org.rolewright.platform.html.RichText;
import org.rolewright.platform.text.Language;
import org.rolewright.workshop.DomainId;
import org.rolewright.workshop.TaskId;

/**
 * The items of a study without their content.
 *
 * @param mayWrite whether the reader may write items
 * @param mayLead whether the reader may move, assign and approve
 */
public record BankView(List<Summary> items, boolean mayWrite, boolean mayLead) {
  private static final int TITLE = 140;

  /**
   * The newest version of an item.
   *
   * @param title beginning of the stem; only where the reader may read the content
   * @param live the newest version that forms may take, where that is an earlier one
   * @param exposure of the version that forms take
   * @param warnings codes: {@code referenceExpired}, {@code referenceExpires}, and why it rests
   */
  public record Summary(
      ItemId item,
      String code,
      ItemVersionId version,
      int number,
      int revision,
      ItemState state,
      BlueprintId blueprint,
      TaskId task,
      DomainId domain,
      Level level,
      ItemType type,
      Set<Language> languages,
      Optional<String> title,
      Author author,
      Instant changedAt,
      Optional<Live> live,
      long exposure,
      Optional<PoolItem.Figures> evidence,
      List<String> warnings,
      boolean mine) {}

  /** An earlier version that forms still take. */
  public record Live(ItemVersionId version, int number, ItemState state) {}

  static BankView of(Actor actor, boolean barred, Stock stock, LocalDate today) {
    var items =
        stock.newest().stream()
            .map(version -> summary(actor, barred, stock, version, today))
            .toList();
    return new BankView(
        items,
        Permission.WRITE_ITEMS.granted(actor) && !barred,
        Permission.LEAD_STUDIES.granted(actor) && !barred);
  }

  private static Summary summary(
      Actor actor, boolean barred, Stock stock, ItemVersion version, LocalDate today) {
    boolean mine = actor.person().filter(version::isBy).isPresent();
    boolean readable = !barred && (mine || Permission.LEAD_STUDIES.granted(actor));
    var used = stock.usable(version.item()).orElse(version);
    return new Summary(
        version.item(),
        version.code(),
        version.id(),
        version.number(),
        version.revision(),
        version.state(),
        version.blueprint(),
        version.task(),
        version.domain(),
        version.level(),
        version.content().kind(),
        version.content().languages(),
        Optional.of(title(version)).filter(_ -> readable),
        version.author(),
        version.changedAt(),
        Optional.of(used)
            .filter(one -> one != version)
            .map(one -> new Live(one.id(), one.number(), one.state())),
        stock.exposure(used),
        stock
            .evidence(used)
            .map(one ->
                new PoolItem.Figures(one.candidates(), one.figures().p(), one.figures().rpb())),
        warnings(stock, version, used, today),
        mine);
  }

  private static String title(ItemVersion version) {
    var plain = RichText.plain(version.content().stem().best(Language.ENGLISH));
    return plain.length() <= TITLE ? plain : plain.substring(0, TITLE) + "…";
  }

  private static List<String> warnings(
      Stock stock, ItemVersion version, ItemVersion used, LocalDate today) {
    var warnings = new ArrayList<>(stock.rests(used));
    if (version.state() == ItemState.RETIRED) return List.of();
    var notice = today.plusDays(stock.rules().referenceNoticeDays());
    var expiries =
        version.references().stream().flatMap(one -> one.expiresOn().stream()).sorted().toList();
    if (!expiries.isEmpty() && !expiries.getFirst().isAfter(today))
      warnings.add("referenceExpired");
    else if (!expiries.isEmpty() && !expiries.getFirst().isAfter(notice))
      warnings.add("referenceExpires");
    return List.copyOf(warnings);
  }
}
