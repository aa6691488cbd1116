package org.rolewright.library;

import org.rolewright.platform.text.Localized;

/**
 * What a writer says in a stimulus.
 *
 * @param text formatted
 */
public record StimulusInput(Localized title, Localized text) {}
