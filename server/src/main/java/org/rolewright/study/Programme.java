package org.rolewright.study;

/**
 * The programme record: what the credential is and whom it serves. Empty strings are not written
 * yet.
 *
 * @param level level of practice
 * @param scope what holders may be relied on for, and what not
 * @param protectedPublic whom the credential protects, from what, and why that is needed
 * @param owner body that answers for the programme
 */
public record Programme(
    String title,
    String purpose,
    String audience,
    String level,
    String scope,
    String protectedPublic,
    String owner) {
  /** A programme of which only the title is known. */
  public static Programme titled(String title) {
    return new Programme(title, "", "", "", "", "", "");
  }
}
