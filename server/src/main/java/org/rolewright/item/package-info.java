/**
 * What an item says: its content by type, as a writer, a reviewer and a candidate see it.
 *
 * <p>Decides which types there are ({@link org.rolewright.item.ItemContent}), when a content hangs
 * together and when it is complete ({@link org.rolewright.item.ContentRules}), how texts are
 * cleaned ({@link org.rolewright.item.ContentCleaning}), what differs between two contents ({@link
 * org.rolewright.item.Differences}), and what a candidate gets to see ({@link
 * org.rolewright.item.CandidateItem}).
 *
 * <p>Reads nothing and stores nothing: values in, values out.
 *
 * <p>Invariants: the identity of an option or a prompt never depends on the key and is never given
 * anew; a candidate's view is built from an allow-list and holds neither key nor rationale.
 */
@org.jspecify.annotations.NullMarked
package org.rolewright.item;
