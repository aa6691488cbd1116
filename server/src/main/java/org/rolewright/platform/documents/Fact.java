package org.rolewright.platform.documents;

/** A term and what it stands for. */
public record Fact(String term, String value) {}
