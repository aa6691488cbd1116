package org.rolewright.survey;

import java.util.List;

/** Who gets personal links, and whether by mail. */
public record Invitees(List<Invitee> people, boolean byMail) {
  public Invitees {
    people = List.copyOf(people);
  }
}
