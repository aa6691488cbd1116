package org.rolewright.accommodation;

import java.util.UUID;
import org.rolewright.platform.files.FileType;

/** A file for a request, without its content. */
record Evidence(UUID id, FileType type, String name) {
  @Override
  public String toString() {
    return "Evidence[" + id + "]";
  }
}
