package org.rolewright.itemwriting;

import java.util.List;
import org.rolewright.itembank.ItemVersion;

/** What reads badly in a bank: items with findings, and where keys gather. */
public record BankReading(List<Item> items, List<KeyBalance> balance) {

  /** An item with at least one finding. */
  public record Item(ItemVersion version, List<Finding> findings) {}

  static BankReading of(List<ItemVersion> standing) {
    var items =
        standing.stream()
            .map(version -> new Item(version, FlawRules.review(version.content())))
            .filter(item -> !item.findings().isEmpty())
            .toList();
    return new BankReading(
        items, KeyBalance.of(standing.stream().map(ItemVersion::content).toList()));
  }
}
