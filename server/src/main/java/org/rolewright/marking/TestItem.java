package org.rolewright.marking;

import org.rolewright.form.Placed;
import org.rolewright.itembank.ItemVersion;

/** An item of the form, with how it is scored. */
public record TestItem(Placed place, ItemVersion version, KeyRule rule) {
  /** Whether it adds to the raw score. */
  public boolean counts() {
    return place.scored() && rule.counts();
  }
}
