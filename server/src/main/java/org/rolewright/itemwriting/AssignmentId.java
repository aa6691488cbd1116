package org.rolewright.itemwriting;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identity of a writing assignment. */
public record AssignmentId(@JsonValue UUID value) {}
