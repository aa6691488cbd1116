/**
 * Chooses items for forms: several at once, as alike as can be, under all that a certification
 * expert wishes for.
 *
 * <p>Decides what the wishes mean in numbers ({@link org.rolewright.assembly.AssemblyProblem}), has
 * the constraint solver choose ({@link org.rolewright.assembly.Assembly}, OR-tools CP-SAT), and
 * where no form exists says in words what is missing.
 *
 * <p>Reads the adopted blueprint and the pool of the item bank; makes drafts of the stage {@code
 * form} and keeps what was wished, found and proved.
 *
 * <p>Invariants: the same problem, seed and effort give the same forms; counts and groups are held
 * exactly or the result says which are not; the objective is shown with the bound that was proved;
 * a wish that cannot be met is answered with the fewest items that would have to be written, and
 * with the rules whose loosening would do instead. What is looked for is stated in items' traits,
 * so that a missing item can be named in the same words.
 */
@org.jspecify.annotations.NullMarked
package org.rolewright.assembly;
