package org.rolewright.simulation;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.rolewright.eligibility.Decision;
import org.rolewright.platform.Actor;
import org.rolewright.platform.db.Database;
import org.rolewright.platform.jobs.Job;
import org.rolewright.platform.jobs.JobId;
import org.rolewright.platform.jobs.JobState;
import org.rolewright.platform.jobs.JobWork;
import org.rolewright.platform.jobs.Jobs;
import org.rolewright.platform.json.Json;
import org.rolewright.platform.mail.Letter;
import org.rolewright.platform.mail.Mail;
import org.rolewright.result.ResultRequest;
import org.rolewright.study.StudyId;

/** Three hundred synthetic candidates, from their application to the receipt of their exam. */
public final class Cohort {
  public static final int SIZE = 300;

  /** Of the answers. */
  public static final long SEED = 20_261_123;

  private static final String KIND = "simulation.candidates";
  private static final int AT_A_TIME = 3;
  private static final int MOST_ROUNDS = 10;

  /** What the clocks of their browsers are slow by, so that all they did lies in the past. */
  private static final Duration SLOW = Duration.ofMinutes(75);

  private final Database database;
  private final InstantSource clock;
  private final Jobs jobs;
  private final Mail mail;
  private final ExamOffice office;
  private volatile String address = "";
  private volatile String baseUrl = "";

  public Cohort(Database database, InstantSource clock, Jobs jobs, Mail mail, ExamOffice office) {
    this.database = database;
    this.clock = clock;
    this.jobs = jobs;
    this.mail = mail;
    this.office = office;
    jobs.register(KIND, this::goOn, "job.simulation");
  }

  /**
   * Where the service answers; before jobs are taken.
   *
   * @param service on this machine
   * @param people the address that people use, for links
   */
  public void reach(String service, String people) {
    address = service;
    baseUrl = people;
  }

  /**
   * Lets everybody sit who has not. Between booking and sitting it waits without a job.
   *
   * @return whether everybody has; not when the job was stopped or failed
   */
  public boolean sitAll(Programme programme) throws InterruptedException {
    for (var round = 0; round < MOST_ROUNDS; round++) {
      if (office.sat(programme).size() >= SIZE) return true;
      office.takeApplications(programme);
      var opens = office.opening(programme);
      if (opens.isPresent() && round > 0)
        Thread.sleep(Duration.between(clock.instant(), opens.get()).plusMillis(100));
      var job = running(programme.study()).orElseGet(() -> queue(programme));
      jobs.follow(job, _ -> {});
      if (database.transaction(tx -> jobs.job(tx, job)).state() != JobState.DONE) return false;
    }
    return false;
  }

  private JobId queue(Programme programme) {
    Actor lead = office.actor(programme.lead());
    return database.transaction(
        tx -> jobs.queue(tx, lead, KIND, programme.study().value(), programme));
  }

  /** A job that an earlier start of the program began. */
  private Optional<JobId> running(StudyId study) {
    return database.transaction(tx ->
        jobs.listJobs(tx, study.value()).stream()
            .filter(job -> job.kind().equals(KIND) && !job.state().ended())
            .map(Job::id)
            .findFirst());
  }

  /** Does what can be done now: all apply, all book, and those sit whose exam is open. */
  private void goOn(Job job, JobWork.Progress progress) {
    var programme = Json.read(job.input(), Programme.class);
    try (var http = HttpClient.newHttpClient()) {
      goOn(programme, everybody(programme.study(), http), progress);
    }
  }

  private void goOn(Programme programme, List<Applicant> people, JobWork.Progress progress) {
    var accepted = office.accepted(programme);
    var applying = new ArrayList<>(people);
    applying.removeIf(one -> accepted.contains(one.persona().name()));
    var accepting = office.accepting(programme);
    each(
        applying,
        one -> apply(programme, accepting, one),
        new Stretch(progress, "applying", 0, 0.4));
    var seats = book(programme, people, progress);
    var sitting = new ArrayList<>(people);
    sitting.removeIf(one -> !mayBegin(seats.get(one.persona())));
    var knowledge = office.knowledge(programme);
    each(
        sitting,
        one -> taker(one, knowledge).sit(seats.get(one.persona())),
        new Stretch(progress, "sitting", 0.6, 1));
  }

  private List<Applicant> everybody(StudyId study, HttpClient http) {
    var browser = new Browser(http, address);
    return IntStream.range(0, SIZE)
        .mapToObj(Persona::of)
        .map(persona -> new Applicant(browser, this::newestLetter, study, persona))
        .toList();
  }

  /** Lets one of them ask about their result. */
  void ask(Programme programme, String name, ResultRequest.Kind kind, String reason) {
    try (var http = HttpClient.newHttpClient()) {
      for (var one : everybody(programme.study(), http))
        if (one.persona().name().equals(name)) one.ask(kind, reason);
    }
  }

  /** Lets most of them state their background. */
  void stateBackgrounds(Programme programme) {
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    try (var http = HttpClient.newHttpClient()) {
      everybody(programme.study(), http).forEach(one -> one.stateBackground(today));
    }
  }

  private Optional<Letter> newestLetter(String address) {
    return database.transaction(tx -> mail.newestTo(tx, address));
  }

  private void apply(Programme programme, Decision accepting, Applicant one) {
    var pass = one.pass();
    if (one.apply(pass)) office.decide(programme, pass.token(), accepting, baseUrl);
  }

  /** The seats of those who have not sat; who has none that can still be used books. */
  private Map<Persona, Seat> book(
      Programme programme, List<Applicant> people, JobWork.Progress progress) {
    var sat = office.sat(programme);
    var seats = new ConcurrentHashMap<Persona, Seat>();
    each(
        people,
        one -> one.seat(one.pass()).ifPresent(seat -> seats.put(one.persona(), seat)),
        new Stretch(progress, "booking", 0.4, 0.5));
    var without = new ArrayList<>(people);
    without.removeIf(one -> settled(seats.get(one.persona()), sat));
    if (!without.isEmpty()) office.offer(programme, without.size());
    each(
        without,
        one -> one.book(one.pass()).ifPresent(seat -> seats.put(one.persona(), seat)),
        new Stretch(progress, "booking", 0.5, 0.6));
    seats.values().removeIf(seat -> sat.contains(seat.booking()));
    return seats;
  }

  /** Whether somebody has sat, or has a seat that can be used. */
  private boolean settled(@Nullable Seat seat, Set<UUID> sat) {
    return seat != null && (sat.contains(seat.booking()) || !seat.isOver(clock.instant()));
  }

  private boolean mayBegin(@Nullable Seat seat) {
    return seat != null && seat.isOpen(clock.instant());
  }

  private ExamTaker taker(Applicant one, Knowledge knowledge) {
    var persona = one.persona();
    return new ExamTaker(
        one.browser(),
        persona,
        sitting ->
            office.items(sitting).stream()
                .map(version -> knowledge.says(persona.number(), version))
                .toList(),
        clock.instant().minus(SLOW));
  }

  /** Where in the whole some work lies. */
  private record Stretch(JobWork.Progress progress, String doing, double from, double to) {
    void at(int done, int of) {
      progress.at(from + (to - from) * done / of, "job.simulation." + doing);
    }
  }

  /** Some at a time; the first that fails ends it. */
  private static void each(List<Applicant> people, Consumer<Applicant> step, Stretch stretch) {
    try (var pool = Executors.newFixedThreadPool(AT_A_TIME, Thread.ofVirtual().factory())) {
      var begun = people.stream().map(one -> pool.submit(() -> step.accept(one))).toList();
      try {
        for (var at = 0; at < begun.size(); at++) {
          stretch.at(at, begun.size());
          begun.get(at).get();
        }
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("stopped");
      } catch (ExecutionException e) {
        throw new IllegalStateException(e.getCause());
      } finally {
        begun.forEach(one -> one.cancel(true));
      }
    }
  }
}
