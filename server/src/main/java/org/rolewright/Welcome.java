package org.rolewright;

import org.rolewright.platform.Actor;

/** What is printed once the service runs. */
record Welcome(Service service) {

  String text() {
    var url = service.baseUrl();
    var text = new StringBuilder("\nRolewright is running\n\n");
    text.append("  workbench      ").append(url).append("/workbench/\n");
    text.append("  contract       ").append(url).append("/api/\n");
    service
        .wiring()
        .access
        .newSetupLink(new Actor.Program("start"))
        .ifPresent(token ->
            text.append("\n  First administrator, once: ")
                .append(url)
                .append("/account/#/setup/")
                .append(token)
                .append('\n'));
    return text.append("\nCtrl-C stops it.").toString();
  }
}
