package org.rolewright;

/**
 * Fixtures in the words of the trade: {@code new Given(installation).study()…}. Each stage adds
 * what later stages start from, and builds it through the services, never by raw inserts.
 */
public final class Given {
  private final Installation installation;

  public Given(Installation installation) {
    this.installation = installation;
  }

  public Installation installation() {
    return installation;
  }
}
