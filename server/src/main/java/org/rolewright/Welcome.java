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
    var demonstration = service.wiring().demonstration;
    demonstration
        .openSurvey()
        .ifPresent(path ->
            text.append("\n  A survey to answer on a phone: ")
                .append(url)
                .append(path)
                .append('\n'));
    demonstration
        .signIns()
        .ifPresent(signIns ->
            text.append("\n  Demonstration sign-ins (address, password, role):\n")
                .append(signIns.indent(4)));
    return text.append("\nCtrl-C stops it.").toString();
  }
}
