package org.rolewright.formreport;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.rolewright.appraisal.ItemFigures;
import org.rolewright.appraisal.RunFigures;
import org.rolewright.blueprint.Blueprint.Signature;
import org.rolewright.form.FormId;
import org.rolewright.form.Meter;
import org.rolewright.item.ItemType;
import org.rolewright.item.Level;
import org.rolewright.judging.Setting;
import org.rolewright.marking.Cut;
import org.rolewright.marking.KeyRule;
import org.rolewright.marking.Scale;
import org.rolewright.platform.Sha256;
import org.rolewright.platform.json.Json;
import org.rolewright.platform.text.Language;
import org.rolewright.psychometrics.Interval;
import org.rolewright.scoring.Hold;
import org.rolewright.standard.CutScore;
import org.rolewright.study.Programme;

/**
 * All that a technical report says: an allow-list, without what an item says and without keys.
 *
 * @param demonstration whether its respondents are synthetic
 * @param decisions about keys, before scores were released
 * @param years of this form, the newest first
 */
public record FormReportModel(
    Programme programme,
    boolean demonstration,
    FormFacts form,
    Fulfilment fulfilment,
    Sources sources,
    Standard standard,
    Scored scored,
    List<Item> items,
    List<KeyDecision> decisions,
    List<Year> years) {

  /**
   * The form as two people published it.
   *
   * @param deviation why it differs from the blueprint
   * @param blueprint version
   */
  public record FormFacts(
      FormId id,
      String code,
      String checksum,
      boolean retired,
      Set<Language> languages,
      int secondsAllowed,
      Optional<Signature> proposed,
      Optional<Signature> published,
      Optional<String> deviation,
      int blueprint,
      Optional<Signature> adopted) {}

  /** How the form meets its blueprint. */
  public record Fulfilment(
      boolean meets,
      List<Domain> domains,
      List<Meter.LevelCount> levels,
      List<Meter.TypeCount> types) {}

  /**
   * A domain.
   *
   * @param weight in the blueprint, 0 to 1
   */
  public record Domain(
      String code, String title, double weight, int wanted, int scored, int pilot) {}

  /**
   * Where the items come from.
   *
   * @param writers how many people wrote them
   * @param revised how many are a later version
   * @param referenced how many name what their key rests on
   * @param anchors how many are also on another form
   */
  public record Sources(int items, int writers, int revised, int referenced, int anchors) {}

  /**
   * How the cut came about.
   *
   * @param candidate the minimally competent candidate, as the panel saw it
   */
  public record Standard(
      Setting.Method method,
      String candidate,
      int panelists,
      int trained,
      List<Round> rounds,
      CutScore cut,
      String proposedBy,
      String adoptedBy) {}

  /** A closed round. */
  public record Round(
      int number,
      int panelists,
      double cut,
      OptionalDouble standardError,
      OptionalDouble low,
      OptionalDouble high,
      OptionalDouble agreement) {}

  /** The run whose scores are in force; why it was made stays with it, since it may name a key. */
  public record Scored(
      int run,
      Optional<Cut> cut,
      Scale scale,
      RunFigures figures,
      Optional<Interval> alpha,
      List<DomainFigures> domains,
      String inputHash,
      String resultHash,
      String software,
      Signature signed,
      Signature released) {}

  /** Sub-scores of a domain. */
  public record DomainFigures(String code, String title, RunFigures.Domain figures) {}

  /** What an item did; of a change of its key only the kind. */
  public record Item(
      int position,
      String code,
      int version,
      String domain,
      ItemType type,
      Level level,
      boolean scored,
      boolean counts,
      KeyRule.Kind rule,
      int answered,
      int blank,
      OptionalDouble p,
      Optional<Interval> interval,
      OptionalDouble discrimination,
      OptionalDouble alphaIfDeleted,
      OptionalDouble seconds,
      List<ItemFigures.Flag> flags) {}

  /** What was decided about a held item; why stays with the run, since it may name the key. */
  public record KeyDecision(
      String code,
      List<ItemFigures.Flag> flags,
      Hold.Verdict verdict,
      KeyRule.Kind rule,
      String by,
      Instant at) {}

  /** A calendar year of the form. */
  public record Year(int year, int run, Cut cut, RunFigures figures) {}

  public FormReportModel {
    items = List.copyOf(items);
    decisions = List.copyOf(decisions);
    years = List.copyOf(years);
  }

  /** SHA-256 of all of it, 64 hexadecimal digits. */
  public String hash() {
    return Sha256.hex(Json.canonical(this));
  }
}
