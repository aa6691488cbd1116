package org.rolewright.demonstration;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.rolewright.access.AccessService;
import org.rolewright.analysis.AnalysisRunId;
import org.rolewright.analysis.AnalysisService;
import org.rolewright.assembly.AssemblyService;
import org.rolewright.audit.AuditService;
import org.rolewright.blueprint.Blueprint;
import org.rolewright.blueprint.BlueprintId;
import org.rolewright.blueprint.BlueprintService;
import org.rolewright.demonstration.DemonstrationAccounts.Account;
import org.rolewright.form.FormId;
import org.rolewright.form.FormService;
import org.rolewright.form.PublishedForm;
import org.rolewright.identity.IdentityService;
import org.rolewright.itembank.DraftService;
import org.rolewright.itembank.ItemSetService;
import org.rolewright.itembank.ItembankService;
import org.rolewright.itemreview.ReviewService;
import org.rolewright.itemreview.RoundService;
import org.rolewright.itemwriting.WritingService;
import org.rolewright.judging.PanelService;
import org.rolewright.judging.SettingService;
import org.rolewright.library.LibraryService;
import org.rolewright.platform.Actor;
import org.rolewright.platform.db.Database;
import org.rolewright.platform.jobs.JobId;
import org.rolewright.platform.jobs.JobState;
import org.rolewright.platform.jobs.Jobs;
import org.rolewright.platform.text.Language;
import org.rolewright.simulation.Cohort;
import org.rolewright.simulation.Programme;
import org.rolewright.simulation.Verdicts;
import org.rolewright.standard.StandardService;
import org.rolewright.study.StudyService;
import org.rolewright.survey.NewSurvey;
import org.rolewright.survey.RatingsImportService;
import org.rolewright.survey.SurveyId;
import org.rolewright.survey.SurveyService;
import org.rolewright.survey.SurveyState;
import org.rolewright.survey.SurveyView;
import org.rolewright.workshop.TaskList;
import org.rolewright.workshop.WorkshopService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads the demonstration, through the services only. */
public final class Demonstration {
  private static final Logger LOG = LoggerFactory.getLogger(Demonstration.class);

  /** Items of a form: two forms without a common item fit into the bank. */
  static final int TEST_LENGTH = 60;

  /** A longer exam, for visitors to adopt. */
  private static final int LATER_LENGTH = 120;

  private static final SurveyId ANSWERED = new SurveyId(DemonstrationStudy.id("closed survey"));
  private static final SurveyId OPEN = new SurveyId(DemonstrationStudy.id("open survey"));

  private final Database database;
  private final InstantSource clock;
  private final Jobs jobs;
  private final IdentityService identity;
  private final Stages stages;
  private final DemonstrationAccounts accounts;

  /** The stages that are walked through. */
  public record Stages(
      StudyService studies,
      WorkshopService workshops,
      SurveyService surveys,
      RatingsImportService imports,
      AnalysisService analyses,
      BlueprintService blueprints,
      Bank bank,
      Reviews reviews,
      Forms forms,
      Standards standards,
      Candidates candidates) {}

  /** Who sits the exam, and what is decided about them. */
  public record Candidates(Cohort cohort, Verdicts verdicts) {}

  /** Where cuts are set. */
  public record Standards(
      SettingService settings, PanelService panels, StandardService standards) {}

  /** Where items are written. */
  public record Bank(
      LibraryService library,
      DraftService drafts,
      ItembankService itembanks,
      ItemSetService sets,
      WritingService writing) {}

  /** Where items are reviewed. */
  public record Reviews(ReviewService reviews, RoundService rounds) {}

  /** Where forms are made. */
  public record Forms(AssemblyService assemblies, FormService forms, ItembankService itembanks) {}

  /** Who lets people in. */
  public record People(IdentityService identity, AccessService access, AuditService audit) {}

  public Demonstration(
      Database database,
      InstantSource clock,
      Jobs jobs,
      People people,
      Stages stages,
      RandomGenerator random,
      Path dataDir) {
    this.database = database;
    this.clock = clock;
    this.jobs = jobs;
    this.stages = stages;
    identity = people.identity();
    accounts =
        new DemonstrationAccounts(
            people.identity(), people.access(), people.audit(), random, dataDir);
  }

  /**
   * Loads what is missing, into an empty database or where a load broke off; a database with other
   * work in it is left alone. The analysis goes on as a job, and the exam follows when it is done.
   *
   * @return what goes on with the analysis, the bank, the forms and the candidates
   */
  public Optional<Thread> load() {
    return load(people -> {
      var form = exam(people);
      if (form.isPresent()) sit(people, form.get());
    });
  }

  /** As {@link #load}, but only up to the published forms and the cut of the first. */
  public Optional<Thread> loadForms() {
    return load(this::exam);
  }

  /** As {@link #load}, but only up to the proposed blueprint. */
  public Optional<Thread> loadStudy() {
    return load(_ -> {});
  }

  /** What follows upon the proposed blueprint. */
  @FunctionalInterface
  private interface Sequel {
    void load(Map<Account, Actor> people) throws InterruptedException;
  }

  private Optional<Thread> load(Sequel afterwards) {
    if (!wanted()) return Optional.empty();
    database.run(accounts::enter);
    var people = database.transaction(accounts::actors);
    var expert = people.get(Account.EXPERT);
    new DemonstrationStudy(stages.studies(), expert).load();
    var list = new DemonstrationTasks(stages.workshops(), expert).load();
    closeAnswered(expert, list);
    openForVisitors(expert);
    return Optional.of(
        Thread.ofVirtual().name("demonstration").start(() -> finish(people, afterwards)));
  }

  private boolean wanted() {
    return database.transaction(tx -> {
      var studies = stages.studies().listStudies(tx);
      boolean empty = studies.isEmpty() && identity.listPeople(tx).isEmpty();
      return empty
          || accounts.signIns().isPresent()
              && identity.findPerson(tx, DemonstrationAccounts.EXPERT).isPresent();
    });
  }

  /** Takes in the synthetic answers and ends the survey. */
  private void closeAnswered(Actor expert, TaskList list) {
    var survey = survey(expert, ANSWERED, "Validation survey (synthetic respondents)");
    if (survey.state() == SurveyState.DRAFT) survey = stages.surveys().open(expert, ANSWERED);
    if (survey.state() == SurveyState.CLOSED) return;
    if (stages.surveys().counts(expert, ANSWERED).imported() == 0) {
      var answers =
          AnswerFile.of(list, survey.contents().questions(), DemonstrationTasks.inOrder(list));
      stages.imports().take(expert, ANSWERED, answers.getBytes(StandardCharsets.UTF_8));
    }
    stages.surveys().close(expert, ANSWERED);
  }

  private void openForVisitors(Actor expert) {
    var survey = survey(expert, OPEN, "Try it: rate the tasks yourself");
    if (survey.state() == SurveyState.DRAFT) stages.surveys().open(expert, OPEN);
  }

  private SurveyView survey(Actor expert, SurveyId id, String title) {
    return stages
        .surveys()
        .create(expert, DemonstrationStudy.ID, new NewSurvey(id, title, Language.ENGLISH));
  }

  /** Analyses, proposes a blueprint, and goes on from there. */
  private void finish(Map<Account, Actor> people, Sequel afterwards) {
    try {
      var expert = people.get(Account.EXPERT);
      var run = analysed(expert);
      if (run.isEmpty()) return;
      if (stages.blueprints().listBlueprints(expert, DemonstrationStudy.ID).isEmpty())
        stages.blueprints().propose(expert, run.get(), TEST_LENGTH);
      afterwards.load(people);
      LOG.info("the demonstration stands");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.error("the demonstration is not complete", e);
    }
  }

  /**
   * The second expert adopts the first blueprint and a longer one waits; a bank, two forms, and the
   * cut of the first of them, which is returned.
   */
  private Optional<FormId> exam(Map<Account, Actor> people) throws InterruptedException {
    var blueprint = adoptFirst(people.get(Account.EXPERT), people.get(Account.SECOND));
    if (blueprint.isEmpty()) return Optional.empty();
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    var bank = new DemonstrationBank(database, stages.bank(), people);
    bank.load(blueprint.get());
    bank.ask(today);
    var forms = new DemonstrationForms(database, jobs, stages.forms(), people);
    if (!forms.begun())
      new DemonstrationReviews(stages.bank(), stages.reviews(), people, today).load();
    forms.load();
    var first =
        database.transaction(tx ->
            stages.forms().forms().listPublished(tx, DemonstrationStudy.ID).stream()
                .min(Comparator.comparing(PublishedForm::number))
                .map(PublishedForm::id));
    first.ifPresent(form -> setStandard(people, form, today));
    return first;
  }

  private void setStandard(Map<Account, Actor> people, FormId form, LocalDate today) {
    var panel = new ArrayList<Actor>();
    panel.add(people.get(Account.SME));
    panel.addAll(database.transaction(tx -> accounts.panel(tx, DemonstrationStandard.NAMES)));
    new DemonstrationStandard(stages.standards(), people, panel, today).load(form);
  }

  /** Candidates sit the form, and four people decide on them. */
  private void sit(Map<Account, Actor> people, FormId form) throws InterruptedException {
    var programme =
        new Programme(
            DemonstrationStudy.ID,
            form,
            people.get(Account.EXPERT).person().orElseThrow(),
            people.get(Account.SECOND).person().orElseThrow(),
            people.get(Account.THIRD).person().orElseThrow(),
            people.get(Account.ADMINISTRATOR).person().orElseThrow());
    var cohort = stages.candidates().cohort();
    var verdicts = stages.candidates().verdicts();
    if (!cohort.sitAll(programme)) return;
    verdicts.score(programme);
    verdicts.ask(programme, cohort);
    verdicts.certify(programme);
    verdicts.compare(programme, cohort);
  }

  /** The first blueprint, adopted; empty where people went another way. */
  private Optional<BlueprintId> adoptFirst(Actor expert, Actor second) {
    var blueprints = stages.blueprints();
    var versions = blueprints.listBlueprints(expert, DemonstrationStudy.ID);
    var first = blueprints.blueprint(expert, versions.getLast().id());
    if (first.outline().testLength() != TEST_LENGTH || first.state() == Blueprint.State.WITHDRAWN)
      return Optional.empty();
    if (first.state() == Blueprint.State.DRAFT)
      blueprints.adopt(second, first.id(), first.revision());
    if (versions.size() == 1) blueprints.propose(expert, first.run(), LATER_LENGTH);
    return Optional.of(first.id());
  }

  private Optional<AnalysisRunId> analysed(Actor expert) throws InterruptedException {
    var runs = stages.analyses().listRuns(expert, DemonstrationStudy.ID);
    if (!runs.isEmpty()) return Optional.of(runs.getLast().id());
    var job = running().orElseGet(() -> stages.analyses().start(expert, ANSWERED));
    jobs.follow(job, _ -> {});
    boolean done = database.transaction(tx -> jobs.job(tx, job)).state() == JobState.DONE;
    return done ? Optional.of(new AnalysisRunId(job.value())) : Optional.empty();
  }

  /** An analysis that an earlier start of the program began. */
  private Optional<JobId> running() {
    return database.transaction(tx ->
        jobs.listJobs(tx, ANSWERED.value()).stream()
            .filter(job -> !job.state().ended())
            .map(job -> job.id())
            .findFirst());
  }

  /** Address path of the survey that visitors may answer, while it is open. */
  public Optional<String> openSurvey() {
    return database
        .transaction(tx -> stages.surveys().listSurveys(tx, DemonstrationStudy.ID))
        .stream()
        .filter(survey -> survey.id().equals(OPEN) && survey.state() == SurveyState.OPEN)
        .findFirst()
        .flatMap(_ -> stages.surveys().view(new Actor.Program("demonstration"), OPEN).openLink());
  }

  /** The sign-ins to try it with; empty where there is no demonstration. */
  public Optional<String> signIns() {
    return accounts.signIns();
  }
}
