package org.rolewright.itembank;

/**
 * How like a version's words are to others.
 *
 * @param likeness share of trigrams in common, 0 to 1
 */
public record Likeness(ItemVersionId version, ItemId item, double likeness) {}
