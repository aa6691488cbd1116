package org.rolewright.judging;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rolewright.blueprint.Blueprint.Signature;
import org.rolewright.form.FormId;
import org.rolewright.itembank.ItemVersionId;
import org.rolewright.study.StudyId;

/**
 * A standard-setting study as those see it who lead or watch it: of an open round no rating.
 *
 * @param began who leads it, and since when
 * @param locked who made the ratings final
 */
public record SettingView(
    SettingId id,
    StudyId study,
    FormId form,
    String formCode,
    String formChecksum,
    Setting.Method method,
    int rounds,
    boolean showsDifficulty,
    Setting.Candidate candidate,
    Setting.State state,
    Signature began,
    Optional<Signature> locked,
    List<Judged> items,
    List<Member> panel,
    List<Stage> held,
    List<Note> notes) {

  public SettingView {
    items = List.copyOf(items);
    panel = List.copyOf(panel);
    held = List.copyOf(held);
    notes = List.copyOf(notes);
  }

  /** An item that is judged, by its code in the bank. */
  public record Judged(int position, ItemVersionId version, String code) {}

  /**
   * Somebody on the panel.
   *
   * @param answered how many items they have answered themselves
   */
  public record Member(String name, Panelist panelist, int answered) {}

  /**
   * A round that was held or is open.
   *
   * @param progress how many items each panelist has rated, and when they handed in
   */
  public record Stage(
      int number,
      Instant openedAt,
      Optional<Instant> closedAt,
      List<Progress> progress,
      Optional<RoundResult> result) {
    public Stage {
      progress = List.copyOf(progress);
    }
  }

  /** How far a panelist is in a round. */
  public record Progress(
      org.rolewright.platform.PersonId person, int rated, Optional<Instant> handedInAt) {}
}
