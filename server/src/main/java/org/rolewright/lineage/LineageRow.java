package org.rolewright.lineage;

import java.util.Optional;
import java.util.function.Predicate;

/** A row of the view: a cell, a KSA that it needs, an item version that measures both. */
record LineageRow(Origin origin, Optional<MeasuredKsa> ksa, Optional<ItemLine> item) {

  boolean isOfCurrentBlueprint() {
    return origin.blueprint().current();
  }

  boolean measured() {
    return item.filter(ItemLine::living).isPresent();
  }

  boolean hasItem(Predicate<ItemLine> wanted) {
    return item.filter(wanted).isPresent();
  }
}
