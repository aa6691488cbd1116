package org.rolewright.judging;

/** A round that is closed, with every rating. */
public record HeldRound(Setting setting, int number, RoundResult result, RoundRatings ratings) {}
