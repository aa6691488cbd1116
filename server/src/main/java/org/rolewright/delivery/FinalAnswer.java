package org.rolewright.delivery;

/**
 * The answer of an item that counts: of those given in time, or admitted, the one with the greatest
 * (epoch, seq).
 *
 * @param value JSON of the response; absent answers are not in the list
 */
public record FinalAnswer(int item, String value) {}
