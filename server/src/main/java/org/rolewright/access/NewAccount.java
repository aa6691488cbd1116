package org.rolewright.access;

/**
 * What a new colleague types.
 *
 * @param email empty string when an invitation fixes it
 */
public record NewAccount(String name, String email, String password) {
  public NewAccount {
    email = email == null ? "" : email;
  }

  @Override
  public String toString() {
    return "NewAccount[" + name + "]";
  }
}
