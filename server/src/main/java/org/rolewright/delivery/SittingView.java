package org.rolewright.delivery;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rolewright.item.CandidateItem;
import org.rolewright.itembank.CandidateView;
import org.rolewright.platform.text.Language;

/**
 * All that a candidate's page gets of the exam, in the candidate's language and order. There is
 * nothing in it that depends on a key: items are {@link CandidateItem}s, and come only while the
 * sitting is under way.
 *
 * @param secondsAllowed for this candidate
 * @param current what the candidate said last about each item, as the server has it
 */
public record SittingView(
    SittingId id,
    String displayName,
    Exam exam,
    Language language,
    Plan.Display display,
    Optional<String> agreementVersion,
    Instant opensAt,
    Instant closesAt,
    long secondsAllowed,
    SittingStatusView status,
    List<PartView> parts,
    List<PictureView> pictures,
    List<ExtraBreak> extraBreaks,
    List<SaidView> current) {

  /** What is sat. */
  public record Exam(String title, String code) {}

  /** A break that this candidate may take at any time; the clock stands. */
  public record ExtraBreak(int number, int seconds, boolean taken) {}

  /**
   * The newest of a kind about an item.
   *
   * @param epoch in which it was said
   * @param value as it was sent
   */
  public record SaidView(int item, String kind, int epoch, @JsonRawValue String value) {}

  /** A part of the exam; which fields there are depends on its kind. */
  public record PartView(
      int part,
      String kind,
      Optional<Integer> number,
      Optional<String> title,
      Optional<String> text,
      Optional<String> version,
      Optional<String> instructions,
      Optional<Long> seconds,
      Optional<String> navigation,
      Optional<Boolean> optional,
      Optional<Boolean> stopsClock,
      Optional<Integer> fromItem,
      Optional<Integer> toItem,
      Optional<List<ItemView>> items,
      Optional<List<ExitQuestionView>> questions) {}

  /** A question about the exam, after submitting. */
  public record ExitQuestionView(
      String id, String text, String kind, Optional<List<String>> options) {}

  /** An item at its place. */
  public record ItemView(
      int item, @JsonUnwrapped CandidateItem shown, Optional<CandidateView.Stimulus> stimulus) {}

  /** A picture that items show; the address holds it whole. */
  public record PictureView(UUID id, String alt, String src) {}
}
