package org.rolewright.access;

/** A session that has just begun; the token goes into the cookie and nowhere else. */
public record SignedIn(String token, PersonView person) {
  @Override
  public String toString() {
    return "SignedIn[" + person.id() + "]";
  }
}
