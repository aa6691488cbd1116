package org.rolewright.lineage;

import java.util.Optional;
import org.rolewright.workshop.KsaId;
import org.rolewright.workshop.KsaType;

/**
 * A KSA that a task needs, as worded when the list was published.
 *
 * @param wordedBy empty when the wording is no longer known
 */
public record MeasuredKsa(
    KsaId id, KsaType type, String code, String text, Optional<String> wordedBy) {}
