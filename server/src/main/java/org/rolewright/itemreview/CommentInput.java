package org.rolewright.itemreview;

import java.util.Optional;

/** A remark as somebody makes it. */
public record CommentInput(Optional<String> pointer, String text) {}
