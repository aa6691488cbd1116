package org.rolewright.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rolewright.access.AccessService;
import org.rolewright.candidacy.CandidacyService;
import org.rolewright.candidacy.ExamWindow;
import org.rolewright.candidacy.ExamWindowId;
import org.rolewright.candidacy.ExamWindowInput;
import org.rolewright.candidacy.LateRule;
import org.rolewright.delivery.ConductService;
import org.rolewright.delivery.RosterLine;
import org.rolewright.delivery.SittingId;
import org.rolewright.eligibility.ApplicationState;
import org.rolewright.eligibility.Candidate;
import org.rolewright.eligibility.Decision;
import org.rolewright.eligibility.EligibilityService;
import org.rolewright.eligibility.Finding;
import org.rolewright.eligibility.Opening;
import org.rolewright.form.FormService;
import org.rolewright.itembank.ItemVersionId;
import org.rolewright.itembank.ItembankService;
import org.rolewright.platform.Actor;
import org.rolewright.platform.PersonId;
import org.rolewright.platform.db.Database;
import org.rolewright.platform.text.Localized;
import org.rolewright.rehearsal.RehearsalService;
import org.rolewright.rehearsal.RehearsalService.PublicationInput;
import org.rolewright.study.StudyService;
import org.rolewright.timing.SittingState;

/** What staff do up to the exam, and what is on record of it. */
public final class ExamOffice {
  private static final Duration OPEN = Duration.ofHours(4);
  private static final int LATE_START_MINUTES = 30;
  private static final Duration TO_BOOK = Duration.ofSeconds(4);
  private static final Duration TO_BOOK_ONE = Duration.ofMillis(40);

  private final Database database;
  private final InstantSource clock;
  private final Sources sources;

  /** The stages of an exam. */
  public record Sources(
      AccessService access,
      StudyService studies,
      FormService forms,
      ItembankService itembanks,
      EligibilityService eligibility,
      CandidacyService candidacies,
      RehearsalService rehearsals,
      ConductService conduct) {}

  public ExamOffice(Database database, InstantSource clock, Sources sources) {
    this.database = database;
    this.clock = clock;
    this.sources = sources;
  }

  Actor actor(PersonId person) {
    return database.transaction(tx -> sources.access.actor(tx, person));
  }

  /** Writes the application page where there is none. */
  void takeApplications(Programme programme) {
    var lead = actor(programme.lead());
    if (sources.eligibility.findOpening(lead, programme.study()).isPresent()) return;
    var page =
        new Opening(
            true,
            Localized.of(
                "A demonstration: its candidates are made up. You may apply as well.",
                "Una demostración: sus candidatos son inventados. Usted también puede solicitar."),
            Localized.of("All of this is true.", "Todo esto es verdad."),
            "exams@demo.example",
            18,
            365,
            3,
            List.of(),
            0);
    sources.eligibility.putOpening(lead, programme.study(), page, 0);
  }

  /** Names of those who were accepted. */
  Set<String> accepted(Programme programme) {
    return database
        .transaction(tx -> sources.eligibility.listCandidates(tx, programme.study()))
        .stream()
        .filter(candidate -> candidate.state() == ApplicationState.ACCEPTED)
        .map(Candidate::name)
        .collect(Collectors.toSet());
  }

  /** A decision by which every requirement is met. */
  Decision accepting(Programme programme) {
    var findings =
        database
            .transaction(tx -> sources.studies.view(tx, programme.study()))
            .requirements()
            .stream()
            .map(one -> new Finding(one.id(), Finding.Verdict.MET, ""))
            .toList();
    return new Decision(Decision.Outcome.ACCEPT, "A made-up application, accepted.", findings);
  }

  /**
   * Decides on what was handed in by a private link.
   *
   * @param baseUrl the address that people use, for links
   */
  void decide(Programme programme, String token, Decision decision, String baseUrl) {
    var lead = actor(programme.lead());
    var candidate = database.transaction(tx -> sources.eligibility.candidate(tx, token).id());
    var version = sources.eligibility.received(lead, candidate).version();
    sources.eligibility.decide(lead, candidate, decision, version, baseUrl);
  }

  /** A window that so many can book, unless there is one that has not opened yet. */
  void offer(Programme programme, int people) {
    if (opening(programme).isPresent()) return;
    var lead = actor(programme.lead());
    var windows =
        database.transaction(tx -> sources.candidacies.listWindows(tx, programme.study()));
    var toBook = TO_BOOK.plus(TO_BOOK_ONE.multipliedBy((long) people * (windows.size() + 1)));
    var opens =
        LocalDateTime.ofInstant(clock.instant().plus(toBook), ZoneOffset.UTC)
            .truncatedTo(ChronoUnit.SECONDS)
            .plusSeconds(1);
    var id = new ExamWindowId(UUID.randomUUID());
    var input =
        new ExamWindowInput(
            programme.study().value(),
            Optional.of(programme.form()),
            "Demonstration exam " + (windows.size() + 1) + " (synthetic candidates)",
            opens,
            opens.plus(OPEN),
            "UTC",
            LateRule.FULL_TIME,
            "",
            "",
            0,
            people);
    sources.candidacies.plan(lead, id, input, 0);
    sources.rehearsals.publish(lead, id, new PublicationInput(false, LATE_START_MINUTES));
  }

  /** When the window opens that can be booked now. */
  Optional<Instant> opening(Programme programme) {
    return windows(programme).stream()
        .map(ExamWindow::opensAt)
        .filter(opens -> opens.isAfter(clock.instant()))
        .max(Instant::compareTo);
  }

  /** Bookings whose exam is over. */
  Set<UUID> sat(Programme programme) {
    var sat = new HashSet<UUID>();
    for (var window : windows(programme))
      database.transaction(tx -> sources.conduct.roster(tx, window.id())).stream()
          .filter(line -> line.state() == SittingState.CLOSED)
          .map(RosterLine::admission)
          .forEach(booking -> sat.add(booking.value()));
    return sat;
  }

  private List<ExamWindow> windows(Programme programme) {
    return database.transaction(tx -> {
      var published = Set.copyOf(sources.rehearsals.listPublished(tx));
      return sources.candidacies.listWindows(tx, programme.study()).stream()
          .filter(window -> published.contains(window.id()))
          .toList();
    });
  }

  /** What the cohort knows of the form. */
  Knowledge knowledge(Programme programme) {
    return database.transaction(tx -> {
      var form = sources.forms.published(tx, programme.form());
      var ids = form.items().stream().map(item -> item.versionId()).toList();
      return new Knowledge(form, sources.itembanks.versions(tx, ids));
    });
  }

  /** The version of each item of a sitting, by its number there. */
  List<ItemVersionId> items(UUID sitting) {
    return database
        .transaction(tx -> sources.conduct.sitting(tx, new SittingId(sitting)))
        .plan()
        .items()
        .stream()
        .map(item -> new ItemVersionId(item.version()))
        .toList();
  }
}
