package org.rolewright.itembank;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What became of a version.
 *
 * @param evidence by scoring run, the newest first
 * @param pilot how far its pilot is
 */
public record ItemStatistics(List<Evidence> evidence, Exposure exposure, Optional<Pilot> pilot) {

  /** How many candidates saw it. */
  public record Exposure(long total, List<ByForm> byForm) {}

  /** How many saw it on one form. */
  public record ByForm(String form, long count, LocalDate last) {}

  /** A pilot ends when enough candidates saw it. */
  public record Pilot(int target, long seen, boolean done) {}

  static ItemStatistics of(
      ItemVersion version,
      List<Evidence> evidence,
      List<UseRepository.FormExposure> forms,
      BankRules rules) {
    long total = forms.stream().mapToLong(UseRepository.FormExposure::count).sum();
    var byForm =
        forms.stream().map(one -> new ByForm(one.form(), one.count(), one.last())).toList();
    var pilot =
        Optional.of(new Pilot(rules.pilotTarget(), total, total >= rules.pilotTarget()))
            .filter(_ -> version.state() == ItemState.PILOT);
    return new ItemStatistics(evidence, new Exposure(total, byForm), pilot);
  }
}
