/**
 * Stage 11, third part: what the cuts that a board may choose would mean for those who sat the
 * form.
 *
 * <p>Decides nothing. Reads the options of {@link org.rolewright.standard.CutOptions} and the raw
 * scores of the form's newest run; publishes and stores nothing.
 *
 * <p>Invariants: sealed until the panel's ratings are locked, so that nobody judges with a pass
 * rate in mind; a share comes with its interval (95 %, on the logit scale, exact at 0 and 1); where
 * items were dropped, an option asks for the same share of the points that are left, rounded up, as
 * scoring does; whose scores they are is not said.
 */
@org.jspecify.annotations.NullMarked
package org.rolewright.impact;
