package org.rolewright.itembank;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.rolewright.item.ItemType;
import org.rolewright.item.Level;
import org.rolewright.library.StimulusId;
import org.rolewright.library.StimulusVersionId;
import org.rolewright.platform.text.Language;
import org.rolewright.workshop.DomainId;
import org.rolewright.workshop.KsaId;
import org.rolewright.workshop.TaskId;

/**
 * A version that a form may take.
 *
 * @param keyPosition of a single choice, from 0
 * @param stimulus the case that it belongs to; its items stand together
 * @param words of its longest language
 * @param secondsEstimate measured median where there is one, else from words and type
 * @param rests why it should not be taken into a new form (codes of {@link BankRules})
 */
public record PoolItem(
    ItemVersionId version,
    ItemId item,
    String code,
    int number,
    DomainId domain,
    TaskId task,
    List<KsaId> ksas,
    Level level,
    ItemType type,
    ItemState state,
    Set<Language> languages,
    Optional<Integer> keyPosition,
    Optional<StimulusId> stimulus,
    Optional<StimulusVersionId> stimulusVersion,
    int words,
    double secondsEstimate,
    String hash,
    Optional<Figures> evidence,
    long exposure,
    Optional<LocalDate> lastSeen,
    Optional<Instant> usedAt,
    List<String> rests) {

  /** The newest evidence. */
  public record Figures(int candidates, double p, OptionalDouble rpb) {}
}
