package org.rolewright;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.rolewright.access.AccessRoutes;
import org.rolewright.access.AccessService;
import org.rolewright.access.JobsRoutes;
import org.rolewright.access.JobsService;
import org.rolewright.accommodation.AccommodationRoutes;
import org.rolewright.accommodation.AccommodationService;
import org.rolewright.analysis.AnalysisRoutes;
import org.rolewright.analysis.AnalysisService;
import org.rolewright.assembly.AssemblyRoutes;
import org.rolewright.assembly.AssemblyService;
import org.rolewright.audit.AuditService;
import org.rolewright.blueprint.BlueprintRoutes;
import org.rolewright.blueprint.BlueprintService;
import org.rolewright.candidacy.BookingService;
import org.rolewright.candidacy.CandidacyRoutes;
import org.rolewright.candidacy.CandidacyService;
import org.rolewright.certificate.CertificateRoutes;
import org.rolewright.certificate.CertificateService;
import org.rolewright.certificate.ReminderService;
import org.rolewright.comparison.ComparisonRoutes;
import org.rolewright.comparison.ComparisonService;
import org.rolewright.credential.CredentialRoutes;
import org.rolewright.credential.CredentialService;
import org.rolewright.credential.HolderLetters;
import org.rolewright.credential.Independence;
import org.rolewright.credential.VerificationService;
import org.rolewright.delivery.ClockService;
import org.rolewright.delivery.ConductService;
import org.rolewright.delivery.Contacts;
import org.rolewright.delivery.DeliveryRoutes;
import org.rolewright.delivery.EvidenceService;
import org.rolewright.delivery.ExamWatch;
import org.rolewright.delivery.Papers;
import org.rolewright.delivery.SavingService;
import org.rolewright.delivery.SittingService;
import org.rolewright.delivery.WatchService;
import org.rolewright.demonstration.Demonstration;
import org.rolewright.eligibility.ApplicantService;
import org.rolewright.eligibility.CandidateLetters;
import org.rolewright.eligibility.EligibilityRoutes;
import org.rolewright.eligibility.EligibilityService;
import org.rolewright.export.ExportRoutes;
import org.rolewright.export.ExportService;
import org.rolewright.fairness.BackgroundService;
import org.rolewright.fairness.FairnessRoutes;
import org.rolewright.fairness.FairnessService;
import org.rolewright.form.FormRoutes;
import org.rolewright.form.FormService;
import org.rolewright.formreport.FormReportModels;
import org.rolewright.formreport.FormReportRoutes;
import org.rolewright.formreport.FormReportService;
import org.rolewright.identity.IdentityService;
import org.rolewright.identity.PasswordWork;
import org.rolewright.impact.ImpactRoutes;
import org.rolewright.impact.ImpactService;
import org.rolewright.itembank.CarryingService;
import org.rolewright.itembank.DraftService;
import org.rolewright.itembank.ItemSetService;
import org.rolewright.itembank.ItembankRoutes;
import org.rolewright.itembank.ItembankService;
import org.rolewright.itemreview.ItemreviewRoutes;
import org.rolewright.itemreview.LetterService;
import org.rolewright.itemreview.ReviewService;
import org.rolewright.itemreview.RoundService;
import org.rolewright.itemwriting.WritingRoutes;
import org.rolewright.itemwriting.WritingService;
import org.rolewright.judging.JudgingRoutes;
import org.rolewright.judging.PanelService;
import org.rolewright.judging.SettingService;
import org.rolewright.library.LibraryRoutes;
import org.rolewright.library.LibraryService;
import org.rolewright.lineage.CertificateChain;
import org.rolewright.lineage.LineageRoutes;
import org.rolewright.lineage.LineageService;
import org.rolewright.marking.MarkingRoutes;
import org.rolewright.marking.MarkingService;
import org.rolewright.platform.Actor;
import org.rolewright.platform.InstallationSecret;
import org.rolewright.platform.config.Config;
import org.rolewright.platform.db.Database;
import org.rolewright.platform.db.EmbeddedPostgres;
import org.rolewright.platform.http.Api;
import org.rolewright.platform.http.Contract;
import org.rolewright.platform.jobs.Jobs;
import org.rolewright.platform.mail.Mail;
import org.rolewright.platform.text.Texts;
import org.rolewright.proctoring.IncidentService;
import org.rolewright.proctoring.ProctoringRoutes;
import org.rolewright.proctoring.RoomService;
import org.rolewright.proctoring.TalkService;
import org.rolewright.rehearsal.RehearsalRoutes;
import org.rolewright.rehearsal.RehearsalService;
import org.rolewright.report.ProgressService;
import org.rolewright.report.ReportRoutes;
import org.rolewright.report.ReportService;
import org.rolewright.result.ResultLetters;
import org.rolewright.result.ResultRoutes;
import org.rolewright.result.ResultService;
import org.rolewright.scoring.RecountService;
import org.rolewright.scoring.ReleaseService;
import org.rolewright.scoring.RunService;
import org.rolewright.scoring.ScoringRoutes;
import org.rolewright.scoring.ScoringService;
import org.rolewright.simulation.Cohort;
import org.rolewright.simulation.ExamOffice;
import org.rolewright.simulation.Verdicts;
import org.rolewright.standard.StandardRoutes;
import org.rolewright.standard.StandardService;
import org.rolewright.study.SeparationService;
import org.rolewright.study.StudyRoutes;
import org.rolewright.study.StudyService;
import org.rolewright.submission.SubmissionRoutes;
import org.rolewright.submission.SubmissionService;
import org.rolewright.survey.AnswerService;
import org.rolewright.survey.InvitationService;
import org.rolewright.survey.RatingsImportService;
import org.rolewright.survey.SurveyRoutes;
import org.rolewright.survey.SurveyService;
import org.rolewright.timing.ExamClock;
import org.rolewright.workshop.ImportService;
import org.rolewright.workshop.WorkshopRoutes;
import org.rolewright.workshop.WorkshopService;

/** The only place that constructs services: one line a service, in the order of the river. */
public final class Wiring implements AutoCloseable {
  private static final int CONNECTIONS = 16;
  private static final int EXAM_CONNECTIONS = 8;
  private static final int ARRIVAL_CONNECTIONS = 4;
  private final Optional<EmbeddedPostgres> postgres;
  private final AtomicReference<String> address;
  public final Database database;

  /** Pools of their own, so that saving an answer never waits for anything else. */
  public final Database saving;

  public final Database exam;
  public final Database arrivals;
  public final InstantSource clock;
  public final SecureRandom random;
  public final Texts texts = new Texts();
  public final Contract contract = Contract.load();
  public final InstallationSecret secret;
  public final Jobs jobs;
  public final Mail mail;
  public final AuditService audit;
  public final IdentityService identity;
  public final AccessService access;
  public final JobsService jobsRoom;
  public final StudyService studies;
  public final WorkshopService workshops;
  public final ImportService imports;
  public final AnswerService surveyAnswers;
  public final InvitationService surveyInvitations;
  public final RatingsImportService surveyImports;
  public final SurveyService surveys;
  public final AnalysisService analyses;
  public final BlueprintService blueprints;
  public final SeparationService separation;
  public final LibraryService library;
  public final ItembankService itembanks;
  public final WritingService itemWriting;
  public final DraftService itemDrafts;
  public final CarryingService itemCarrying;
  public final ItemSetService itemSets;
  public final ReviewService itemReviews;
  public final RoundService reviewRounds;
  public final LetterService reviewLetters;
  public final FormService forms;
  public final ComparisonService comparisons;
  public final AssemblyService assemblies;
  public final SettingService settings;
  public final PanelService panels;
  public final StandardService standards;
  public final EligibilityService eligibility;
  public final ApplicantService applicants;
  public final AccommodationService accommodations;
  public final CandidacyService candidacies;
  public final BookingService bookings;
  public final ExamClock examClock;
  public final RehearsalService rehearsals;
  public final SavingService answers;
  public final SittingService sittings;
  public final ConductService conduct;
  public final WatchService watching;
  public final ExamWatch examWatch;
  public final RoomService room;
  public final TalkService talk;
  public final IncidentService incidents;
  public final SubmissionService submissions;
  public final MarkingService marking;
  public final ScoringService scoring;
  public final RunService scoringRuns;
  public final ReleaseService releases;
  public final RecountService recounts;
  public final ImpactService impacts;
  public final ResultLetters resultLetters;
  public final ResultService results;
  public final BackgroundService backgrounds;
  public final FairnessService fairness;
  public final CredentialService credentials;
  public final VerificationService verification;
  public final CertificateService certificates;
  public final ReminderService reminders;
  public final ReportService reports;
  public final FormReportService formReports;
  public final ExportService exports;
  public final LineageService lineage;
  public final ProgressService progress;
  public final Cohort cohort;
  public final Demonstration demonstration;

  /**
   * What comes from outside.
   *
   * @param random makes tokens, identities, and the seeds of orders
   * @param work goes into each hash of a password
   */
  public record Outside(SecureRandom random, InstantSource clock, PasswordWork work) {
    public static Outside real() {
      return of(InstantSource.system(), PasswordWork.OWASP);
    }

    public static Outside of(InstantSource clock, PasswordWork work) {
      return new Outside(new SecureRandom(), clock, work);
    }
  }

  private Wiring(Optional<EmbeddedPostgres> postgres, URI url, Config config, Outside outside) {
    random = outside.random;
    clock = outside.clock;
    examClock = new ExamClock(clock, System::nanoTime);
    this.postgres = postgres;
    address = new AtomicReference<>(config.address(config.port()));
    database = Database.open(url, CONNECTIONS);
    saving =
        Database.open(
            url,
            "saving",
            SavingService.LANES,
            Duration.ofSeconds(1),
            SavingService.SESSION.toArray(String[]::new));
    exam = Database.open(url, "exam", EXAM_CONNECTIONS, Duration.ofSeconds(5));
    arrivals = Database.open(url, "arrivals", ARRIVAL_CONNECTIONS, Duration.ofSeconds(5));
    jobs = new Jobs(database, clock);
    mail = new Mail(database, clock, config.smtpUrl(), config.mailFrom());
    audit = new AuditService(clock);
    identity = new IdentityService(clock, random, outside.work);
    access = new AccessService(database, clock, random, identity, audit, mail, texts);
    jobsRoom = new JobsService(database, jobs, audit);
    studies = new StudyService(database, clock, random, audit, texts);
    workshops = new WorkshopService(database, clock, studies, audit);
    imports = new ImportService(database, clock, studies, audit, texts);
    secret = InstallationSecret.in(config.dataDir(), random);
    surveyAnswers = new AnswerService(database, clock, random, secret);
    surveyInvitations = new InvitationService(database, random, audit, mail, texts, secret);
    surveyImports = new RatingsImportService(database, clock, random, audit, texts);
    surveys =
        new SurveyService(
            database,
            clock,
            random,
            audit,
            texts,
            studies,
            workshops,
            surveyAnswers,
            surveyInvitations);
    analyses =
        new AnalysisService(
            database,
            clock,
            version(),
            jobs,
            audit,
            new AnalysisService.Sources(studies, workshops, surveys));
    blueprints =
        new BlueprintService(
            database,
            clock,
            audit,
            new BlueprintService.Sources(access, studies, workshops, analyses));
    separation = new SeparationService(database, clock, audit, access, studies);
    library = new LibraryService(database, clock, audit, studies, separation);
    var bank = new ItembankService.Sources(studies, separation, blueprints, library);
    itembanks = new ItembankService(database, clock, audit, bank);
    itemDrafts = new DraftService(database, clock, audit, bank, itembanks);
    itemWriting =
        new WritingService(
            database,
            clock,
            audit,
            new WritingService.Sources(access, separation, blueprints, itembanks, itemDrafts));
    itemCarrying = new CarryingService(database, clock, audit, bank);
    itemSets = new ItemSetService(database, clock, audit, studies);
    var reviewed = new ReviewService.Sources(access, studies, separation, library, itembanks);
    itemReviews = new ReviewService(database, clock, reviewed);
    reviewRounds = new RoundService(database, clock, audit, reviewed, itemReviews);
    reviewLetters =
        new LetterService(
            database, clock, reviewed, new LetterService.Post(mail, texts, config.baseUrl()));
    forms =
        new FormService(
            database,
            clock,
            audit,
            texts,
            new FormService.Sources(access, studies, blueprints, itembanks));
    comparisons = new ComparisonService(database, forms, itembanks);
    assemblies =
        new AssemblyService(
            database,
            clock,
            jobs,
            audit,
            new AssemblyService.Sources(studies, blueprints, itembanks, forms));
    var judged = new SettingService.Sources(access, studies, separation, library, itembanks, forms);
    settings = new SettingService(database, clock, audit, judged);
    panels = new PanelService(database, clock, audit, texts, judged, secret);
    standards = new StandardService(database, clock, audit, access, separation, settings);
    var letters = new CandidateLetters(mail, texts, secret);
    eligibility = new EligibilityService(database, clock, audit, access, studies, letters);
    applicants = new ApplicantService(database, clock, audit, access, studies, letters);
    accommodations = new AccommodationService(database, clock, audit, access, eligibility, secret);
    var eligible = new CandidacyService.Sources(studies, eligibility, accommodations);
    candidacies = new CandidacyService(database, clock, audit, eligible, secret);
    bookings = new BookingService(database, clock, audit, eligibility, secret);
    rehearsals = new RehearsalService(database, clock, audit, candidacies, forms);
    var contacts = new Contacts();
    answers = new SavingService(saving, exam, examClock, contacts, audit);
    sittings =
        new SittingService(
            new SittingService.Pools(arrivals, exam),
            examClock,
            random,
            new SittingService.Sources(
                candidacies, rehearsals, answers, new Papers(forms, itembanks, library), secret),
            audit);
    conduct = new ConductService(examClock, contacts, audit);
    watching = new WatchService(exam, examClock, contacts, audit, itembanks);
    examWatch = new ExamWatch(watching, new ClockService(exam, examClock));
    var seen = new RoomService.Sources(candidacies, rehearsals, conduct);
    room = new RoomService(exam, clock, audit, seen);
    talk = new TalkService(exam, clock, audit, identity, conduct);
    incidents = new IncidentService(exam, clock, audit, identity, conduct);
    var evidence = new EvidenceService(audit);
    var over = new SubmissionService.Sources(identity, conduct, evidence, incidents);
    submissions = new SubmissionService(database, clock, over);
    marking = new MarkingService(database, clock, audit, access, forms, itembanks);
    var scored =
        new ScoringService.Sources(
            access, blueprints, itembanks, forms, standards, candidacies, submissions, marking);
    scoring = new ScoringService(database, scored);
    scoringRuns = new RunService(database, clock, version(), jobs, audit, scored);
    releases = new ReleaseService(database, clock, audit, scored);
    recounts = new RecountService(database, scored);
    impacts =
        new ImpactService(
            database, new ImpactService.Sources(forms, standards, submissions, scoring));
    resultLetters =
        new ResultLetters(
            database,
            clock,
            new ResultLetters.Sources(studies, forms, eligibility, scoring),
            address::get);
    results =
        new ResultService(
            database,
            clock,
            audit,
            texts,
            new ResultService.Sources(access, studies, blueprints, forms, eligibility, scoring),
            resultLetters);
    var stated = new BackgroundService.Sources(eligibility, candidacies, evidence);
    backgrounds = new BackgroundService(database, clock, audit, stated, secret);
    fairness = new FairnessService(database, clock, audit, access, scoring, secret);
    var independence =
        new Independence(separation, itembanks, forms, standards, candidacies, incidents);
    var holderLetters = new HolderLetters(eligibility, texts, address::get);
    credentials =
        new CredentialService(
            database,
            clock,
            random,
            audit,
            new CredentialService.Sources(access, studies, eligibility, scoring, independence),
            holderLetters,
            secret);
    verification = new VerificationService(database, clock, eligibility, secret);
    reminders = new ReminderService(database, clock, credentials, holderLetters);
    certificates = new CertificateService(database, audit, texts, eligibility, credentials);
    var published =
        new ReportService.Sources(access, studies, workshops, surveys, analyses, blueprints);
    reports = new ReportService(database, clock, audit, texts, jobs, published);
    formReports =
        new FormReportService(
            database,
            clock,
            audit,
            texts,
            new FormReportModels(
                access, studies, blueprints, itembanks, forms, standards, scoring));
    exports = new ExportService(database, audit, studies, scoring, credentials);
    lineage =
        new LineageService(
            database,
            audit,
            studies,
            credentials,
            new CertificateChain(access, forms, standards, scoring));
    progress =
        new ProgressService(
            database,
            published,
            new ProgressService.Others(
                itembanks,
                forms,
                settings,
                standards,
                eligibility,
                candidacies,
                scoring,
                credentials));
    var office =
        new ExamOffice(
            database,
            clock,
            new ExamOffice.Sources(
                access, studies, forms, itembanks, eligibility, candidacies, rehearsals, conduct));
    cohort = new Cohort(database, clock, jobs, mail, office);
    var deciding =
        new Verdicts.Sources(
            access, eligibility, scoringRuns, scoring, releases, results, credentials, fairness);
    demonstration =
        new Demonstration(
            database,
            clock,
            jobs,
            new Demonstration.People(identity, access, audit),
            new Demonstration.Stages(
                studies,
                workshops,
                surveys,
                surveyImports,
                analyses,
                blueprints,
                new Demonstration.Bank(library, itemDrafts, itembanks, itemSets, itemWriting),
                new Demonstration.Reviews(itemReviews, reviewRounds),
                new Demonstration.Forms(assemblies, forms, itembanks),
                new Demonstration.Standards(settings, panels, standards),
                new Demonstration.Candidates(cohort, new Verdicts(database, jobs, deciding))),
            random,
            config.dataDir());
    repeat();
  }

  /** What is done again and again, in jobs. */
  private void repeat() {
    jobs.repeat("mail", Duration.ofSeconds(5), mail::sendWaiting);
    var telling = new Actor.Program("review letters");
    jobs.repeat("review letters", Duration.ofMinutes(1), () -> reviewLetters.write(telling));
    var releasing = new Actor.Program("result letters");
    jobs.repeat("result letters", Duration.ofMinutes(1), () -> resultLetters.write(releasing));
    var reminding = new Actor.Program("certificate reminders");
    jobs.repeat("certificate reminders", Duration.ofHours(6), () -> reminders.remind(reminding));
    var settling = new Actor.Program("survey settling");
    jobs.repeat("survey answers", Duration.ofSeconds(20), () -> surveyAnswers.settle(settling));
    var forgetting = new Actor.Program("forgetting applications");
    jobs.repeat("left applications", Duration.ofHours(6), () -> applicants.forget(forgetting));
    var rehearsing = new Actor.Program("rehearsal");
    jobs.repeat(
        "rehearsals", Duration.ofMinutes(10), () -> rehearsals.rehearsePublished(rehearsing));
    jobs.repeat("survey links", Duration.ofSeconds(45), () -> surveyInvitations.settle(settling));
  }

  /** The program's version; what runs from a folder of classes has none. */
  private static String version() {
    return Optional.ofNullable(Wiring.class.getPackage().getImplementationVersion())
        .orElse("development");
  }

  /** Opens the database of the configuration; starts the embedded one where none is named. */
  public static Wiring open(Config config) {
    if (config.databaseUrl().isPresent()) return open(config, config.databaseUrl().get());
    var postgres = EmbeddedPostgres.start(config.dataDir());
    try {
      return new Wiring(Optional.of(postgres), postgres.url(), config, Outside.real());
    } catch (RuntimeException e) {
      postgres.close();
      throw e;
    }
  }

  /** Uses a PostgreSQL that runs already. */
  public static Wiring open(Config config, URI database) {
    return open(config, database, Outside.real());
  }

  /** As {@link #open(Config, URI)}, with other chance, time or work. */
  public static Wiring open(Config config, URI database, Outside outside) {
    return new Wiring(Optional.empty(), database, config, outside);
  }

  /**
   * Tells where the service answers, before jobs are taken.
   *
   * @param service on this machine
   * @param people the address that people use, for links
   */
  void reach(String service, String people) {
    address.set(people);
    cohort.reach(service, people);
  }

  /** Names the handler of every operation. */
  public Api api() {
    Supplier<String> baseUrl = address::get;
    var api = new Api(contract, texts, token -> access.actor(new Actor.Visitor(), token));
    AccessRoutes.mount(api, access, texts, baseUrl, mail.hasServer());
    JobsRoutes.mount(api, jobsRoom, texts);
    StudyRoutes.mount(api, studies);
    WorkshopRoutes.mount(api, workshops, imports, texts);
    SurveyRoutes.mount(api, surveys);
    SurveyRoutes.mount(api, surveyInvitations, baseUrl);
    SurveyRoutes.mount(api, surveyAnswers);
    SurveyRoutes.mount(api, surveyImports);
    AnalysisRoutes.mount(api, analyses, texts);
    BlueprintRoutes.mount(api, blueprints, texts);
    StudyRoutes.mount(api, separation);
    LibraryRoutes.mount(api, library, texts);
    ItembankRoutes.mount(api, itembanks);
    WritingRoutes.mount(api, itemWriting, texts);
    ItembankRoutes.mount(api, itemDrafts, texts);
    ItembankRoutes.mount(api, itemCarrying);
    ItembankRoutes.mount(api, itemSets);
    ItemreviewRoutes.mount(api, itemReviews, reviewRounds);
    FormRoutes.mount(api, forms);
    ComparisonRoutes.mount(api, comparisons, texts);
    AssemblyRoutes.mount(api, assemblies, texts);
    JudgingRoutes.mount(api, settings, panels);
    JudgingRoutes.mount(api, settings, texts);
    StandardRoutes.mount(api, standards);
    EligibilityRoutes.mount(api, eligibility, baseUrl);
    EligibilityRoutes.mount(api, applicants, baseUrl);
    AccommodationRoutes.mount(api, accommodations, baseUrl);
    CandidacyRoutes.mount(api, candidacies, baseUrl);
    CandidacyRoutes.mount(api, bookings, baseUrl);
    RehearsalRoutes.mount(api, rehearsals);
    DeliveryRoutes.mount(api, sittings, answers);
    ProctoringRoutes.mount(api, room);
    ProctoringRoutes.mount(api, talk);
    ProctoringRoutes.mount(api, incidents);
    SubmissionRoutes.mount(api, submissions);
    MarkingRoutes.mount(api, marking);
    ScoringRoutes.mount(api, scoring, texts);
    ScoringRoutes.mount(api, scoringRuns, releases);
    ImpactRoutes.mount(api, impacts, texts);
    ResultRoutes.mount(api, results);
    FairnessRoutes.mount(api, backgrounds);
    FairnessRoutes.mount(api, fairness);
    CredentialRoutes.mount(api, credentials, verification);
    CertificateRoutes.mount(api, certificates, baseUrl);
    ReportRoutes.mount(api, reports, progress, texts);
    FormReportRoutes.mount(api, formReports, texts);
    ExportRoutes.mount(api, exports);
    LineageRoutes.mount(api, lineage);
    return api;
  }

  @Override
  public void close() {
    examWatch.close();
    sittings.close();
    answers.close();
    jobs.close();
    saving.close();
    exam.close();
    arrivals.close();
    database.close();
    postgres.ifPresent(EmbeddedPostgres::close);
  }
}
