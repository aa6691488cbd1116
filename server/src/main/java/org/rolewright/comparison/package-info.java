/**
 * Stage 7, side by side: how alike several forms are, and what they share.
 *
 * <p>Decides what is compared: scored items, expected score and spread, time, items in common, and
 * whether anchors cover the domains as a whole form does.
 *
 * <p>Reads forms with their meters and the figures of the item bank; publishes and stores nothing.
 *
 * <p>Invariants: nothing of an item's content or key stands in a comparison; a figure that earlier
 * administrations do not support is left out and not guessed.
 */
@org.jspecify.annotations.NullMarked
package org.rolewright.comparison;
