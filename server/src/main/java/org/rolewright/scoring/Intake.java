package org.rolewright.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rolewright.appraisal.ItemReview.Behaviour;
import org.rolewright.candidacy.BookingId;
import org.rolewright.delivery.SittingId;
import org.rolewright.form.FormId;
import org.rolewright.form.PublishedForm;
import org.rolewright.itembank.ItemVersion;
import org.rolewright.itembank.ItemVersionId;
import org.rolewright.marking.Cut;
import org.rolewright.marking.KeyRule;
import org.rolewright.marking.Scale;
import org.rolewright.marking.Scorer;
import org.rolewright.marking.Taken;
import org.rolewright.marking.TestItem;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.Sha256;
import org.rolewright.platform.db.Tx;
import org.rolewright.platform.json.Json;
import org.rolewright.standard.CutScore;
import org.rolewright.submission.SubmittedSitting;

/** Gathers what a run is computed from. */
record Intake(ScoringService.Sources sources) {

  /**
   * All that goes into a run.
   *
   * @param behaviour of each sitting, in the order of {@code taken}
   * @param hash SHA-256 over all that decides about points
   */
  record Inputs(
      PublishedForm form,
      Scorer scorer,
      Map<UUID, KeyRule> keys,
      List<Taken> taken,
      List<Behaviour> behaviour,
      Map<SittingId, BookingId> bookings,
      String hash) {}

  /** What is hashed. */
  private record Fixed(
      String form, Map<UUID, KeyRule> keys, Optional<Cut> cut, Scale scale, List<Taken> taken) {}

  /** As things stand now. */
  Inputs read(Tx tx, FormId id, Scale scale) {
    var form = sources.forms().published(tx, id);
    var keys = keys(tx, id);
    var items = items(tx, form, keys);
    var cut = sources.standards().findAdopted(tx, id).map(adopted -> applied(adopted, items));
    var submitted =
        sources.submissions().submitted(tx, id).stream()
            .sorted(Comparator.comparing(sitting -> sitting.id().value().toString()))
            .toList();
    var taken = submitted.stream().map(sitting -> Taken.of(sitting, items)).toList();
    return new Inputs(
        form,
        new Scorer(items, cut, scale),
        keys,
        taken,
        submitted.stream().map(sitting -> behaviour(sitting, items)).toList(),
        submitted.stream()
            .collect(Collectors.toMap(SubmittedSitting::id, SubmittedSitting::admission)),
        hash(form.checksum(), keys, cut, scale, taken));
  }

  static String hash(
      String checksum, Map<UUID, KeyRule> keys, Optional<Cut> cut, Scale scale, List<Taken> taken) {
    return Sha256.hex(Json.canonical(new Fixed(checksum, keys, cut, scale, taken)));
  }

  /** Changes of keys that hold now. */
  Map<UUID, KeyRule> keys(Tx tx, FormId form) {
    var keys = new TreeMap<UUID, KeyRule>();
    sources.marking().rules(tx, form).forEach((version, rule) -> keys.put(version.value(), rule));
    return keys;
  }

  /** Items of the form, in its order. */
  List<TestItem> items(Tx tx, PublishedForm form, Map<UUID, KeyRule> keys) {
    var placed = form.items();
    Map<ItemVersionId, ItemVersion> versions =
        sources
            .itembanks()
            .versions(tx, placed.stream().map(place -> place.versionId()).toList())
            .stream()
            .collect(Collectors.toMap(ItemVersion::id, Function.identity()));
    var items =
        placed.stream()
            .map(place ->
                new TestItem(
                    place,
                    versions.get(place.versionId()),
                    keys.getOrDefault(place.versionId().value(), KeyRule.AS_WRITTEN)))
            .toList();
    if (items.stream().noneMatch(TestItem::counts)) throw new Refusal.BrokenRule("aRunCountsItems");
    return items;
  }

  private static Cut applied(CutScore adopted, List<TestItem> items) {
    return Cut.applied(
        adopted.id().value(),
        BigDecimal.valueOf(adopted.raw()),
        BigDecimal.valueOf(adopted.maximum()),
        Scorer.most(items));
  }

  private static Behaviour behaviour(SubmittedSitting sitting, List<TestItem> items) {
    var answers = sitting.answers();
    var last = answers.size() - 1;
    while (last >= 0 && answers.get(last).response().isEmpty()) last--;
    Map<ItemVersionId, Integer> places = new java.util.HashMap<>();
    for (var at = 0; at < answers.size(); at++) places.put(answers.get(at).version(), at);
    var reached = new ArrayList<Boolean>();
    var seconds = new ArrayList<OptionalDouble>();
    var comments = new ArrayList<Optional<String>>();
    for (var item : items) {
      var place = Optional.ofNullable(places.get(item.version().id()));
      var answer = place.map(answers::get);
      var furthest = last;
      reached.add(place.filter(at -> at <= furthest).isPresent());
      seconds.add(answer.map(Intake::seconds).orElse(OptionalDouble.empty()));
      comments.add(answer.flatMap(SubmittedSitting.Answer::comment));
    }
    return new Behaviour(reached, seconds, comments);
  }

  private static OptionalDouble seconds(SubmittedSitting.Answer answer) {
    return answer.seen().isZero()
        ? OptionalDouble.empty()
        : OptionalDouble.of(answer.seen().toMillis() / 1000.0);
  }
}
