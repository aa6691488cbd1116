package org.rolewright.itembank;

/**
 * How large a bank is.
 *
 * @param usable items of which forms may take a version
 */
public record BankSize(int items, int usable) {}
