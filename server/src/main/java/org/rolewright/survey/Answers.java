package org.rolewright.survey;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rolewright.survey.ClosedSurvey.Channel;
import org.rolewright.survey.ClosedSurvey.Response;
import org.rolewright.workshop.TaskId;

/**
 * All that one peer answered.
 *
 * @param consent version of the consent that was given; 0 for ratings collected elsewhere
 * @param background choice by question code
 * @param ratings by task
 * @param writeIns tasks that the peer missed, by domain
 * @param coverage in percent
 */
public record Answers(
    int consent,
    Map<String, String> background,
    Map<UUID, Rating> ratings,
    Map<UUID, String> writeIns,
    Optional<Integer> coverage) {
  static final Answers NONE = new Answers(0, Map.of(), Map.of(), Map.of(), Optional.empty());

  public Answers {
    background = Map.copyOf(background);
    ratings = Map.copyOf(ratings);
    writeIns = Map.copyOf(writeIns);
  }

  Answers withConsent(int version) {
    return new Answers(version, background, ratings, writeIns, coverage);
  }

  Answers withChoice(String question, Optional<String> choice) {
    return new Answers(consent, put(background, question, choice), ratings, writeIns, coverage);
  }

  /** An empty rating takes an earlier one back. */
  Answers withRating(UUID task, Rating rating) {
    var given = Optional.of(rating).filter(Answers::saysSomething);
    return new Answers(consent, background, put(ratings, task, given), writeIns, coverage);
  }

  Answers withWriteIn(UUID domain, String text) {
    var given = Optional.of(text.strip()).filter(words -> !words.isEmpty());
    return new Answers(consent, background, ratings, put(writeIns, domain, given), coverage);
  }

  Answers withCoverage(Optional<Integer> percent) {
    return new Answers(consent, background, ratings, writeIns, percent);
  }

  boolean ratesSomething() {
    return !ratings.isEmpty();
  }

  /** As the closed survey has it. */
  Response response(UUID id, Channel channel, Map<UUID, String> domainCodes) {
    return new Response(
        id,
        channel,
        ratings.entrySet().stream()
            .collect(Collectors.toMap(rated -> new TaskId(rated.getKey()), Map.Entry::getValue)),
        background,
        writeIns.entrySet().stream()
            .collect(
                Collectors.toMap(
                    written -> domainCodes.get(written.getKey()), Map.Entry::getValue)),
        coverage);
  }

  private static boolean saysSomething(Rating rating) {
    return rating.performed().isPresent()
        || rating.importance().isPresent()
        || rating.frequency().isPresent();
  }

  private static <K extends Comparable<K>, V> Map<K, V> put(
      Map<K, V> all, K key, Optional<V> value) {
    var changed = new TreeMap<>(all);
    value.ifPresentOrElse(given -> changed.put(key, given), () -> changed.remove(key));
    return changed;
  }
}
