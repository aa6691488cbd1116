package org.rolewright.lineage;

import java.time.Instant;
import org.rolewright.item.ItemType;
import org.rolewright.item.Level;
import org.rolewright.itembank.ItemId;
import org.rolewright.itembank.ItemState;
import org.rolewright.itembank.ItemVersionId;

/** A version of an item without anything that it says. */
public record ItemLine(
    ItemId item,
    String code,
    ItemVersionId version,
    int number,
    ItemState state,
    Level level,
    ItemType type,
    String writtenBy,
    Instant writtenAt) {

  boolean living() {
    return state != ItemState.RETIRED;
  }
}
