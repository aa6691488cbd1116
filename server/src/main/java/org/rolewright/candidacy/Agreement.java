package org.rolewright.candidacy;

import org.rolewright.platform.text.Localized;

/** What candidates agree to when they book; a version never changes. */
public record Agreement(int version, Localized words) {}
