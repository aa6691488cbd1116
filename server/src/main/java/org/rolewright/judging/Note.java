package org.rolewright.judging;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.rolewright.itembank.ItemVersionId;

/**
 * Something said between rounds.
 *
 * @param round after which it was said
 * @param version the item that it is about; empty for the whole
 */
public record Note(
    UUID id,
    int round,
    Optional<ItemVersionId> version,
    String text,
    String author,
    Instant writtenAt) {}
