package org.rolewright.accommodation;

/**
 * What a candidate asks for, and why. Health data: only ever stored sealed.
 *
 * @param need what would help
 */
record Wish(Reason reason, String need) {
  @Override
  public String toString() {
    return "Wish";
  }
}
