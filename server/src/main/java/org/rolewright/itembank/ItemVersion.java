package org.rolewright.itembank;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.rolewright.blueprint.BlueprintId;
import org.rolewright.item.ItemContent;
import org.rolewright.item.Level;
import org.rolewright.item.Reference;
import org.rolewright.library.StimulusVersionId;
import org.rolewright.platform.Actor;
import org.rolewright.platform.PersonId;
import org.rolewright.study.StudyId;
import org.rolewright.workshop.DomainId;
import org.rolewright.workshop.KsaId;
import org.rolewright.workshop.TaskId;

/**
 * A version of an item, with key and rationale.
 *
 * @param number within the item, from 1
 * @param revision grows with every change of text or state
 * @param hash over content, cell, level and stimulus: what a form pins
 * @param author who began this version
 * @param writtenAt when
 * @param changedBy who changed its text last
 * @param reason why there is this version; empty for the first
 * @param usedAt when a form first used it
 */
public record ItemVersion(
    ItemVersionId id,
    ItemId item,
    StudyId study,
    String code,
    int number,
    int revision,
    ItemState state,
    BlueprintId blueprint,
    TaskId task,
    DomainId domain,
    Level level,
    List<KsaId> ksas,
    ItemContent content,
    List<Reference> references,
    Optional<StimulusVersionId> stimulus,
    String hash,
    Author author,
    Instant writtenAt,
    Author changedBy,
    Instant changedAt,
    String reason,
    Optional<Instant> usedAt) {

  /** What its writer decided. */
  public ItemDraft draft() {
    return new ItemDraft(
        blueprint,
        task,
        level,
        new LinkedHashSet<>(ksas),
        content,
        references,
        stimulus,
        Optional.empty());
  }

  /** The same version with another text, written by somebody now. */
  ItemVersion rewritten(ItemDraft draft, DomainId cellDomain, Actor writer, Instant now) {
    return new ItemVersion(
        id,
        item,
        study,
        code,
        number,
        revision + 1,
        state,
        draft.blueprint(),
        draft.task(),
        cellDomain,
        draft.level(),
        List.copyOf(draft.ksas()),
        draft.content(),
        draft.references(),
        draft.stimulus(),
        hash,
        author,
        writtenAt,
        Author.of(writer),
        now,
        reason,
        usedAt);
  }

  /** A draft brought to another blueprint: nobody wrote anything. */
  ItemVersion carried(BlueprintId to) {
    return carried(to, id, number, revision + 1, writtenAt, reason);
  }

  /** The next version with the same text for another blueprint, by the same author. */
  ItemVersion carried(BlueprintId to, ItemVersionId next, int nextNumber, Instant now, String why) {
    return carried(to, next, nextNumber, 1, now, why);
  }

  private ItemVersion carried(
      BlueprintId to,
      ItemVersionId next,
      int nextNumber,
      int nextRevision,
      Instant begun,
      String why) {
    return new ItemVersion(
        next,
        item,
        study,
        code,
        nextNumber,
        nextRevision,
        ItemState.DRAFT,
        to,
        task,
        domain,
        level,
        ksas,
        content,
        references,
        stimulus,
        "",
        author,
        begun,
        changedBy,
        changedAt,
        why,
        Optional.empty());
  }

  /** Whether this person wrote any of it. */
  public boolean isBy(PersonId person) {
    return author.person().filter(person::equals).isPresent()
        || changedBy.person().filter(person::equals).isPresent();
  }
}
