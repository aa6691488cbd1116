package org.rolewright.standard;

import java.time.Instant;
import org.rolewright.form.FormId;
import org.rolewright.judging.Setting;
import org.rolewright.judging.SettingId;
import org.rolewright.platform.PersonId;

/**
 * An adopted cut score; published by this stage.
 *
 * @param recommended by the panel, in raw points; may be fractional
 * @param raw points needed to pass, over the scored items of the form
 * @param maximum greatest raw score
 * @param adjustment by how many standard errors the board moved what was recommended
 * @param hash of all that the two people signed
 */
public record CutScore(
    CutId id,
    FormId form,
    String formChecksum,
    SettingId setting,
    Setting.Method method,
    double recommended,
    double standardError,
    Interval interval,
    int raw,
    int maximum,
    int adjustment,
    String reason,
    Adoption adopted,
    String hash) {

  /** In raw points, with 95 % confidence. */
  public record Interval(double low, double high) {}

  /** The two people who adopted it. */
  public record Adoption(PersonId proposedBy, PersonId adoptedBy, Instant at) {
    public boolean isBy(PersonId person) {
      return proposedBy.equals(person) || adoptedBy.equals(person);
    }
  }
}
