package org.rolewright.candidacy;

import org.rolewright.eligibility.Bilingual;

/** What candidates agree to when they book; a version never changes. */
public record Agreement(int version, Bilingual words) {}
