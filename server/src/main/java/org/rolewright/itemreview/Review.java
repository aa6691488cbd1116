package org.rolewright.itemreview;

import java.util.List;
import java.util.Optional;
import org.rolewright.itembank.ItemVersion;
import org.rolewright.library.StimulusVersion;

/**
 * A version with its reviews, as one reader may see them.
 *
 * @param stimulus the case that the item asks about
 * @param round the open one, votes of others hidden from who was asked and did not vote yet
 * @param comments those of others are hidden in the same way
 * @param unresolved open comments on the version, hidden ones too
 * @param history closed rounds, the newest first
 */
public record Review(
    ItemVersion version,
    Optional<StimulusVersion> stimulus,
    Optional<Round> round,
    List<Comment> comments,
    int unresolved,
    Mine mine,
    List<Round> history) {

  /** What the reader may do. */
  public record Mine(
      boolean assigned,
      Optional<Vote> vote,
      boolean maySubmit,
      boolean mayComment,
      boolean mayResolve,
      boolean mayLead) {}
}
