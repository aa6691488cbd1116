/**
 * Stage 7: forms, from the first item placed to retirement.
 *
 * <p>Decides how a form stands against its blueprint (by domain, task and level), what must be
 * mended before it may be published, in which order a candidate meets its items ({@link
 * org.rolewright.form.ItemOrder}), and what publishing fixes.
 *
 * <p>Reads the adopted {@link org.rolewright.blueprint.Blueprint} and the item bank; publishes
 * {@link org.rolewright.form.PublishedForm}.
 *
 * <p>Invariants, kept by the database as well: a placed item is a version with its hash, so a form
 * whose item changed cannot exist; a published form never changes, it can only be retired and given
 * again; two people publish, and both sign the same checksum over all that is fixed; a form that
 * differs from its blueprint says why; the items of one stimulus stand together.
 */
@org.jspecify.annotations.NullMarked
package org.rolewright.form;
