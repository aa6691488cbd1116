package org.rolewright.study;

/**
 * Which responses are left out of the analysis, fixed before the first answer is seen.
 *
 * @param leastAnsweredPercent a response with fewer of the tasks answered is left out
 * @param dropStraightLines whether a response with the same importance on every task (of at least
 *     ten) is left out
 */
public record ExclusionRule(double leastAnsweredPercent, boolean dropStraightLines) {}
