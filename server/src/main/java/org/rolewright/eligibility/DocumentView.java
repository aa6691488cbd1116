package org.rolewright.eligibility;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import org.rolewright.platform.files.FileType;

/** A file beside a claim, without its content. */
record DocumentView(
    UUID id, @JsonIgnore UUID requirement, String name, FileType type, int size, Instant addedAt) {}
