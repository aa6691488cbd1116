package org.rolewright.itemreview;

import org.rolewright.platform.PersonId;

/**
 * Somebody who may be asked to review.
 *
 * @param waiting open reviews that they did not vote in yet
 */
public record ReviewerLoad(PersonId person, String name, int waiting) {}
