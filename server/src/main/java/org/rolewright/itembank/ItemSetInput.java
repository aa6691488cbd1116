package org.rolewright.itembank;

import java.util.List;

/** A set as somebody wants it. */
public record ItemSetInput(ItemSet.Kind kind, String reason, List<ItemId> items) {}
