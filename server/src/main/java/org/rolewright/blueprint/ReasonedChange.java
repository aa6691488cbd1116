package org.rolewright.blueprint;

/** A wish to change a draft, with the reason that will be kept. */
public record ReasonedChange(Change change, String reason) {}
