/**
 * Chooses among things under rules: which items of a bank make several forms that are as alike as
 * can be.
 *
 * <p>Decides nothing about forms or exams: items are places with traits and numbers ({@link
 * org.rolewright.selection.SelectionProblem}). The constraint solver OR-tools CP-SAT chooses
 * ({@link org.rolewright.selection.Selection}); where nothing can be chosen, the result names the
 * fewest items that would have to be written, and the rules whose loosening would do instead.
 *
 * <p>Reads and stores nothing: values in, values out. It stands in the service and not beside the
 * statistics because the solver loads a native library.
 *
 * <p>Invariants: the same problem, seed and effort give the same choice as long as the limit by the
 * clock is not met; counts and groups are held exactly or the result says which are not; the
 * objective is shown with the bound that was proved.
 */
@org.jspecify.annotations.NullMarked
package org.rolewright.selection;
