package org.rolewright.itembank;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** All versions of a study with what became of them; the newest of an item first. */
record Stock(
    List<ItemVersion> versions,
    Map<ItemVersionId, UseRepository.Exposure> exposures,
    Map<ItemVersionId, Evidence> evidence,
    BankRules rules) {

  /** The newest version of each item. */
  List<ItemVersion> newest() {
    return first(versions);
  }

  /** Of each item the newest version that a form may take. */
  List<ItemVersion> usable() {
    return first(versions.stream().filter(one -> ItemState.USABLE.contains(one.state())).toList());
  }

  private static List<ItemVersion> first(List<ItemVersion> versions) {
    var seen = new HashSet<ItemId>();
    return versions.stream().filter(version -> seen.add(version.item())).toList();
  }

  Optional<ItemVersion> usable(ItemId item) {
    return versions.stream()
        .filter(one -> one.item().equals(item) && ItemState.USABLE.contains(one.state()))
        .findFirst();
  }

  long exposure(ItemVersion version) {
    return Optional.ofNullable(exposures.get(version.id()))
        .map(UseRepository.Exposure::count)
        .orElse(0L);
  }

  Optional<Evidence> evidence(ItemVersion version) {
    return Optional.ofNullable(evidence.get(version.id()));
  }

  /** Why a version should not be taken into a new form. */
  List<String> rests(ItemVersion version) {
    if (!ItemState.USABLE.contains(version.state())) return List.of();
    var figures = evidence(version).map(Evidence::figures);
    return new ArrayList<>(
        rules.rests(
            version.state(),
            exposure(version),
            figures.map(one -> OptionalDouble.of(one.p())).orElse(OptionalDouble.empty()),
            figures.map(Evidence.Figures::rpb).orElse(OptionalDouble.empty())));
  }
}
