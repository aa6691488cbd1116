/**
 * What several items may show: pictures, and cases that they share.
 *
 * <p>Decides which pictures are taken (drawn anew, so that nothing hides in them; described in
 * words, with licence and source) and when a case is fixed ({@link
 * org.rolewright.library.StimulusVersionId}).
 *
 * <p>Reads the study; publishes pictures and locked stimulus versions.
 *
 * <p>Invariants: a picture never changes; a locked stimulus never changes, the next version takes
 * its place.
 */
@org.jspecify.annotations.NullMarked
package org.rolewright.library;
