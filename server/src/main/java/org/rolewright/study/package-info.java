/**
 * Stage 1: the programme, its purpose and its plan.
 *
 * <p>Decides what the credential is for and whom it serves ({@link
 * org.rolewright.study.Programme}), what its audience must bring and on which evidence ({@link
 * org.rolewright.study.Requirement}), who just deserves it (the minimally competent candidate,
 * every wording kept), who sits on the panel, how many peers are asked, and the protocol: who rates
 * and why, scales, inclusion, exclusion and weighting rules, seed, calendar.
 *
 * <p>Reads nothing of other stages. Publishes {@link org.rolewright.study.StudyPlan}, the frozen
 * protocol with its hash.
 *
 * <p>Invariants: a frozen protocol never changes (a trigger holds it besides the service); a
 * requirement names its evidence; sampling numbers are computed by psychometrics, never here; a
 * demonstration study is one from its first day and stays one.
 */
@org.jspecify.annotations.NullMarked
package org.rolewright.study;
