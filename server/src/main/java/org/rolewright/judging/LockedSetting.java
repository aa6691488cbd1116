package org.rolewright.judging;

import java.util.List;
import org.rolewright.platform.PersonId;

/** A panel whose ratings are final; published by this stage. */
public record LockedSetting(
    Setting setting, List<Panelist> panel, List<Round> rounds, List<Note> notes) {

  public LockedSetting {
    panel = List.copyOf(panel);
    rounds = List.copyOf(rounds);
    notes = List.copyOf(notes);
  }

  /** The round on which the panel's recommendation rests: the last. */
  public Round last() {
    return rounds.getLast();
  }

  /** What the panel recommends. */
  public RoundResult result() {
    return last().closing().orElseThrow().result();
  }

  public boolean isPanelist(PersonId person) {
    return panel.stream().anyMatch(one -> one.person().equals(person));
  }
}
