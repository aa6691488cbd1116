package org.rolewright.report;

import java.time.Instant;
import java.util.UUID;
import org.rolewright.platform.text.Language;

/**
 * The newest printed draft in a language.
 *
 * @param printedAt when the content was read that it shows
 */
public record DraftFile(UUID id, Language language, Instant printedAt) {}
