/**
 * Stage 11, first part: what a response earns.
 *
 * <p>Decides the points of one response ({@link org.rolewright.marking.ItemScorer}, pure) and of a
 * sitting ({@link org.rolewright.marking.Scorer}, pure), and, once an exam was given, what is
 * changed about a key: further right answers, credit for all, or the item dropped. Reads item
 * versions and published forms; publishes the {@link org.rolewright.marking.KeyRule}s of a form.
 *
 * <p>How scores are made. Points of the items that count are added up exactly, in ten-thousandths.
 * Items may be dropped; the cut then is the same share of what can be reached, rounded up to a
 * whole point. A scaled score lies on the straight line through (cut, passing score) and (most
 * points, highest score), rounded half up to whole points and held between the lowest and the
 * highest; below the cut it is never rounded up to the passing score. Blanks earn nothing.
 *
 * <p>Invariants: an item is worth one point at most, in ten-thousandths; a response that no page
 * could have sent earns nothing and breaks nothing; the version of an item never changes, a change
 * of its key stands beside it, proposed by one person and agreed to by another, and what was
 * decided stays.
 */
@org.jspecify.annotations.NullMarked
package org.rolewright.marking;
