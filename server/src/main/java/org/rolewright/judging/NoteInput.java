package org.rolewright.judging;

import java.util.Optional;
import org.rolewright.itembank.ItemVersionId;

/** Something said after a round, on an item or on the whole. */
public record NoteInput(int round, Optional<ItemVersionId> version, String text) {}
