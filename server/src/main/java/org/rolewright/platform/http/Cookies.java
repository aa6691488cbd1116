package org.rolewright.platform.http;

import java.time.Duration;

/** The one cookie: the session of a signed-in person, out of reach of scripts. */
final class Cookies {
  static final String SESSION = "rolewright_session";

  private Cookies() {}

  static String session(String token, Duration length) {
    return SESSION
        + "="
        + token
        + "; Path=/; HttpOnly; SameSite=Lax; Max-Age="
        + length.toSeconds();
  }
}
