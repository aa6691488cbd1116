package org.rolewright.assembly;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.rolewright.access.Permission;
import org.rolewright.assembly.BankProblem.Bank;
import org.rolewright.audit.AuditService;
import org.rolewright.audit.Subject;
import org.rolewright.blueprint.BlueprintId;
import org.rolewright.blueprint.BlueprintService;
import org.rolewright.form.FormId;
import org.rolewright.form.FormService;
import org.rolewright.form.Targets;
import org.rolewright.itembank.ItembankService;
import org.rolewright.platform.Actor;
import org.rolewright.platform.PersonId;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.db.Database;
import org.rolewright.platform.db.Tx;
import org.rolewright.platform.jobs.Job;
import org.rolewright.platform.jobs.JobId;
import org.rolewright.platform.jobs.JobWork;
import org.rolewright.platform.jobs.Jobs;
import org.rolewright.platform.json.Json;
import org.rolewright.study.StudyId;
import org.rolewright.study.StudyService;

/** Forms made by the solver, from wishes to drafts. */
public final class AssemblyService {
  private static final String KIND = "assembly.run";

  private final Database database;
  private final InstantSource clock;
  private final Jobs jobs;
  private final AuditService audit;
  private final StudyService studies;
  private final BlueprintService blueprints;
  private final ItembankService itembanks;
  private final FormService forms;
  private final AssemblyRepository repository = new AssemblyRepository();

  /** The earlier stages whose artefacts are read. */
  public record Sources(
      StudyService studies,
      BlueprintService blueprints,
      ItembankService itembanks,
      FormService forms) {}

  public AssemblyService(
      Database database, InstantSource clock, Jobs jobs, AuditService audit, Sources sources) {
    this.database = database;
    this.clock = clock;
    this.jobs = jobs;
    this.audit = audit;
    studies = sources.studies();
    blueprints = sources.blueprints();
    itembanks = sources.itembanks();
    forms = sources.forms();
    jobs.register(KIND, this::assemble);
  }

  /** Queues a search; the assembly will have the identity of the job. */
  public JobId start(Actor actor, StudyId study, Wishes wishes) {
    Permission.LEAD_STUDIES.require(actor);
    return database.transaction(tx -> {
      studies.study(tx, study);
      wishes.check();
      bank(tx, blueprints.adopted(tx, study).id(), wishes);
      var job = jobs.queue(tx, actor, KIND, study.value(), wishes);
      audit.record(
          tx,
          actor,
          "assembly.start",
          Subject.of("study", study.value()),
          Map.of("job", job.value(), "forms", wishes.forms(), "length", wishes.length()));
      return job;
    });
  }

  /** A search of a study that has not ended. */
  public Optional<JobId> findSearch(Tx tx, StudyId study) {
    return jobs.listJobs(tx, study.value()).stream()
        .filter(job -> job.kind().equals(KIND) && !job.state().ended())
        .map(Job::id)
        .findFirst();
  }

  /** Wishes that would be sensible now. */
  public Wishes suggest(Actor actor, StudyId study) {
    Permission.LEAD_STUDIES.require(actor);
    return database.transaction(tx -> {
      var blueprint = blueprints.adopted(tx, study);
      var taken = forms.listForms(tx, study).stream().map(form -> form.code()).toList();
      return Suggestion.of(blueprint.outline(), itembanks.pool(tx, blueprint.id()), taken);
    });
  }

  public AssemblyRun run(Actor actor, AssemblyId id) {
    Permission.READ_FORMS.require(actor);
    return database.transaction(
        tx -> repository.find(tx, id).orElseThrow(() -> new Refusal.NotFound("assembly")));
  }

  /** The blueprint's counts at the length that was wished, for naming domains and tasks. */
  public Targets targets(Actor actor, AssemblyRun run) {
    Permission.READ_FORMS.require(actor);
    return database.transaction(tx -> targets(tx, run.blueprint(), run.wishes()));
  }

  /** Searches of a study, the newest first. */
  public List<AssemblyRun> listRuns(Actor actor, StudyId study) {
    Permission.READ_FORMS.require(actor);
    return database.transaction(tx -> {
      studies.study(tx, study);
      return repository.ofStudy(tx, study);
    });
  }

  private Targets targets(Tx tx, BlueprintId blueprint, Wishes wishes) {
    return Targets.of(blueprints.blueprint(tx, blueprint).outline(), wishes.length());
  }

  private Bank bank(Tx tx, BlueprintId blueprint, Wishes wishes) {
    var study = blueprints.blueprint(tx, blueprint).study();
    var earlier =
        wishes.overlaps().stream().map(overlap -> forms.published(tx, overlap.form())).toList();
    return new Bank(
        targets(tx, blueprint, wishes),
        itembanks.pool(tx, blueprint),
        itembanks.enemies(tx, study),
        earlier);
  }

  /** What a search starts from. */
  private record Start(BlueprintId blueprint, Bank bank) {}

  private void assemble(Job job, JobWork.Progress progress) {
    var wishes = Json.read(job.input(), Wishes.class);
    var study = new StudyId(job.subject());
    var start =
        database.transaction(tx -> {
          var blueprint = blueprints.adopted(tx, study).id();
          return new Start(blueprint, bank(tx, blueprint, wishes));
        });
    var search = Search.of(wishes, start.bank(), at -> progress.at(at, "job.assembly.searching"));
    var run =
        new AssemblyRun(
            new AssemblyId(job.id().value()),
            study,
            start.blueprint(),
            wishes,
            start.bank().pool().size(),
            search.scored().result().withoutPlaces(),
            search.pilot().map(step -> step.result().withoutPlaces()),
            List.of(),
            clock.instant().truncatedTo(ChronoUnit.MICROS));
    var by = job.requestedBy().orElseThrow();
    database.run(tx -> store(tx, run, search, by));
  }

  private void store(Tx tx, AssemblyRun run, Search search, PersonId by) {
    if (!repository.insert(tx, run)) return;
    var choices = search.choices();
    for (int f = 0; f < choices.size(); f++) {
      var id = new FormId(UUID.randomUUID());
      var code = run.wishes().code() + "-" + (char) ('A' + f);
      var made =
          new FormService.Assembled(
              run.study(), id, run.blueprint(), run.wishes().form(code), choices.get(f));
      forms.assembled(tx, new Actor.Program(KIND), by, made);
      repository.insert(tx, run.id(), id, f + 1);
    }
    audit.record(
        tx,
        new Actor.Program(KIND),
        "assembly.finish",
        Subject.of("assembly", run.id().value()),
        Map.of("status", run.result().status(), "forms", choices.size()));
  }
}
