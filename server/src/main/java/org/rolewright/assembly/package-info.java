/**
 * Stage 7, by machine: several forms at once, as alike as can be, under all that a certification
 * expert wishes for.
 *
 * <p>Decides what wishes mean in numbers ({@link org.rolewright.assembly.BankProblem}): items per
 * domain as the blueprint has them, enemies, friends, cases, levels, time, difficulty, what earlier
 * forms share. Where no form exists it says in words what is missing ({@link
 * org.rolewright.assembly.Explanation}).
 *
 * <p>Reads the adopted blueprint, the pool of the item bank and published forms; makes drafts of
 * the stage {@code form} and keeps what was wished, found and proved ({@link
 * org.rolewright.assembly.AssemblyRun}). The choice itself is made by {@code selection}.
 *
 * <p>Invariants: a search never changes what it made before; scored items are chosen first, pilot
 * items are added to them and stand among them in no order that gives them away.
 */
@org.jspecify.annotations.NullMarked
package org.rolewright.assembly;
