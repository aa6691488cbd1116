package org.rolewright.itembank;

import java.time.Instant;

/**
 * A text that a draft had once.
 *
 * @param revision that it made
 * @param by name of who saved it
 */
public record SavedText(int revision, String by, Instant at, ItemDraft draft) {}
