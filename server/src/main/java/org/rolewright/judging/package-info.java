/**
 * Standard-setting panels: who sits on them, and how they judge the items of a form.
 *
 * <p>Decides who may judge (trained, bound by a promise, through the form themselves), when keys
 * are open to a panelist, when rounds open and close, what the panel is shown between them, and
 * when ratings are final.
 *
 * <p>Reads {@link org.rolewright.form.PublishedForm}, the items of the bank with their newest
 * evidence, and the study's minimally competent candidate; never sittings. Publishes {@link
 * org.rolewright.judging.LockedSetting}.
 *
 * <p>Invariants, kept by the database as well: the panel judges the form with the checksum it had;
 * answers of panelists stay once keys are open to them; ratings stay once handed in, and when their
 * round is closed; nothing changes once ratings are locked; who leads a panel does not judge. A
 * rating is seen by nobody but its author until the round is closed, not by who leads the panel
 * either; the trail has only a keyed digest of what was handed in. Panelists are shown each other's
 * ratings without names.
 */
@org.jspecify.annotations.NullMarked
package org.rolewright.judging;
