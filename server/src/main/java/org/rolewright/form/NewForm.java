package org.rolewright.form;

import java.util.Optional;
import java.util.Set;
import org.rolewright.platform.text.Language;

/**
 * A wish for a new draft.
 *
 * @param length how many scored items; the blueprint's own length where none is said
 * @param like a form whose parts and items are taken over
 * @param replaces the form whose place it is to take
 */
public record NewForm(
    String code,
    Optional<Integer> length,
    Optional<Integer> secondsAllowed,
    Set<Language> languages,
    Optional<FormId> like,
    Optional<FormId> replaces) {}
