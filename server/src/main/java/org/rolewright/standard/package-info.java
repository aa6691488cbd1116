/**
 * Stage 8: cut scores, from a panel's recommendation to the board's decision.
 *
 * <p>Decides which whole score passes: the panel's cut, moved by none, one or two standard errors
 * (of the judgements, of measurement, or both together), and from there the lowest whole score at
 * or above it, so that nobody passes below the standard.
 *
 * <p>Reads {@link org.rolewright.judging.LockedSetting}; knows no sitting. Publishes {@link
 * org.rolewright.standard.CutScore}, and everything that led to it as one archive.
 *
 * <p>Invariants, kept by the database as well: a cut rests on locked ratings; two people adopt it,
 * both sign the same hash, and no panelist is one of them; an adopted cut never changes; a form has
 * one cut in force, and a new one takes its place.
 */
@org.jspecify.annotations.NullMarked
package org.rolewright.standard;
