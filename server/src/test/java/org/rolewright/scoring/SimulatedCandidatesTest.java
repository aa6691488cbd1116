package org.rolewright.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.rolewright.delivery.ExamHall;
import org.rolewright.platform.Actor;
import org.rolewright.standard.JudgedForm;

/**
 * Three hundred candidates who sit an exam of thirty items through the API, are scored against an
 * Angoff cut and released. They answer by a two-parameter logistic model: ability and difficulty
 * standard normal, discrimination uniform on 0.8 to 2, generator L64X128MixRandom with the seed
 * below. What the service finds is held against what was drawn, counted here.
 */
class SimulatedCandidatesTest {
  private static final int CANDIDATES = 300;
  private static final int ITEMS = 30;
  private static final long SEED = 20261123;

  private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);

  /** Whether each candidate gets each item of the form right. */
  private boolean[][] drawn() {
    var a = new double[ITEMS];
    var b = new double[ITEMS];
    for (var item = 0; item < ITEMS; item++) {
      a[item] = random.nextDouble(0.8, 2);
      b[item] = random.nextGaussian();
    }
    var right = new boolean[CANDIDATES][ITEMS];
    for (var person = 0; person < CANDIDATES; person++) {
      var ability = random.nextGaussian();
      for (var item = 0; item < ITEMS; item++)
        right[person][item] =
            random.nextDouble() < 1 / (1 + Math.exp(-a[item] * (ability - b[item])));
    }
    return right;
  }

  @Test
  void three_hundred_sit_are_scored_and_their_scores_are_what_they_earned()
      throws InterruptedException, ExecutionException {
    var right = drawn();
    try (var exam = new SatExam(ExamHall.open(ExamHall.Shape.ofSingles(ITEMS)))) {
      exam.withoutPattern();
      JudgedForm.adopted(exam.hall.rolewright, exam.hall.study, exam.hall.form, 50);
      var sittings = sitAll(exam, right);
      var run = exam.read(exam.released());
      var wiring = exam.hall.wiring;
      var scores =
          wiring.database.transaction(tx -> wiring.scoring.listReleased(tx, exam.hall.study));
      assertEquals(CANDIDATES, scores.size());
      var passed = 0;
      for (var score : scores) {
        var points = points(right[sittings.get(score.sitting().value().toString())]);
        assertEquals(points, score.raw().intValueExact());
        assertEquals(points >= 15, score.passed(), "a cut of half of thirty");
        passed += score.passed() ? 1 : 0;
      }
      assertEquals(passed, run.at("/run/figures/decisions/passed").asInt());
      assertEquals(kr20(right), run.at("/run/figures/errors/alpha").asDouble(), 1e-9);
      assertTrue(run.at("/run/figures/errors/alpha").asDouble() > 0.8, "thirty good items");
      assertEquals(List.of(), wiring.recounts.recount(new Actor.Program("test")).faults());
    }
  }

  /** Which candidate each sitting was. */
  private static Map<String, Integer> sitAll(SatExam exam, boolean[][] right)
      throws InterruptedException, ExecutionException {
    var sittings = new ConcurrentHashMap<String, Integer>();
    var codes = new ArrayList<String>();
    for (var person = 0; person < right.length; person++) codes.add(exam.hall.candidate());
    var seats = new Semaphore(8);
    var sat = new ArrayList<Future<?>>();
    try (var hall = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var person = 0; person < right.length; person++) {
        var who = person;
        seats.acquire();
        sat.add(
            hall.submit(() -> {
              try {
                sittings.put(sit(exam, codes.get(who), right[who]), who);
              } finally {
                seats.release();
              }
            }));
      }
    }
    for (var one : sat) one.get();
    assertEquals(right.length, sittings.size());
    return sittings;
  }

  /** Items come in another order for everybody; their words name them, in steps of six. */
  private static String sit(SatExam exam, String code, boolean[] right) {
    var candidate = exam.hall.enter(code).start();
    var events = new ArrayList<Map<String, Object>>();
    for (var item : candidate.items()) {
      var stem = item.get("stem").asText();
      var number = (Integer.parseInt(stem.replaceAll("\\D*(\\d+).*", "$1")) - 1) / 6;
      events.add(candidate.event("answer", item.get("item").asInt(), right[number] ? "b" : "a"));
    }
    candidate.posting(events).expect(200);
    candidate.submit();
    return candidate.sitting.get("id").asText();
  }

  private static int points(boolean[] right) {
    var points = 0;
    for (var one : right) points += one ? 1 : 0;
    return points;
  }

  /** Kuder and Richardson's formula 20, as they print it: variances with divisor n. */
  private static double kr20(boolean[][] right) {
    double n = right.length;
    double mean = 0;
    for (var person : right) mean += points(person) / n;
    double variance = 0;
    for (var person : right) variance += Math.pow(points(person) - mean, 2) / n;
    double within = 0;
    for (var item = 0; item < ITEMS; item++) {
      double p = 0;
      for (var person : right) p += (person[item] ? 1 : 0) / n;
      within += p * (1 - p);
    }
    return ITEMS / (ITEMS - 1.0) * (1 - within / variance);
  }
}
