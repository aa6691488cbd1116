package org.rolewright.survey;

import java.util.Optional;

/**
 * A personal link, shown once.
 *
 * @param link empty when it was mailed
 */
public record PersonalLink(String label, Optional<String> email, Optional<String> link) {
  @Override
  public String toString() {
    return "PersonalLink[" + label + "]";
  }
}
