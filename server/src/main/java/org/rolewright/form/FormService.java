package org.rolewright.form;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rolewright.access.AccessService;
import org.rolewright.access.Permission;
import org.rolewright.audit.AuditService;
import org.rolewright.audit.Subject;
import org.rolewright.blueprint.Blueprint.Signature;
import org.rolewright.blueprint.BlueprintId;
import org.rolewright.blueprint.BlueprintService;
import org.rolewright.form.FormRepository.Head;
import org.rolewright.form.FormRepository.Mark;
import org.rolewright.form.FormRepository.Proposal;
import org.rolewright.form.FormRepository.Stored;
import org.rolewright.itembank.ItembankService;
import org.rolewright.platform.Actor;
import org.rolewright.platform.PersonId;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.Sha256;
import org.rolewright.platform.db.Database;
import org.rolewright.platform.db.Tx;
import org.rolewright.platform.json.Json;
import org.rolewright.platform.text.Texts;
import org.rolewright.study.StudyId;
import org.rolewright.study.StudyService;

/** Forms from the first item placed to retirement. */
public final class FormService {
  private final Database database;
  private final InstantSource clock;
  private final AuditService audit;
  private final StandardParts standard;
  private final AccessService access;
  private final StudyService studies;
  private final BlueprintService blueprints;
  private final ItembankService itembanks;
  private final FormRepository repository = new FormRepository();

  /** What the service builds upon. */
  public record Sources(
      AccessService access,
      StudyService studies,
      BlueprintService blueprints,
      ItembankService itembanks) {}

  public FormService(
      Database database, InstantSource clock, AuditService audit, Texts texts, Sources sources) {
    this.database = database;
    this.clock = clock;
    this.audit = audit;
    standard = new StandardParts(texts);
    access = sources.access();
    studies = sources.studies();
    blueprints = sources.blueprints();
    itembanks = sources.itembanks();
  }

  /** Forms of a study, the newest first. */
  public List<FormSummary> listForms(Actor actor, StudyId study) {
    Permission.READ_STUDIES.require(actor);
    return database.transaction(tx -> {
      studies.study(tx, study);
      return listForms(tx, study).stream().map(FormSummary::of).toList();
    });
  }

  public Form form(Actor actor, FormId id) {
    Permission.READ_FORMS.require(actor);
    return database.transaction(tx -> form(tx, id));
  }

  /** How a draft stands now; how a form stood when it was proposed. */
  public Meter meter(Actor actor, FormId id) {
    Permission.READ_FORMS.require(actor);
    return database.transaction(tx -> meter(tx, id));
  }

  /** Items that a draft may take, with what to know when choosing. */
  public List<PoolView> pool(Actor actor, FormId id) {
    Permission.LEAD_STUDIES.require(actor);
    return database.transaction(tx -> {
      var form = stored(tx, id);
      return PoolView.of(
          itembanks.pool(tx, form.blueprint()),
          itembanks.enemies(tx, form.study()),
          repository.formsOfItems(tx, form.study()));
    });
  }

  /** A new draft for the blueprint in force: with the usual parts, or like another form. */
  public Form create(Actor actor, StudyId study, FormId id, NewForm wish) {
    Permission.LEAD_STUDIES.require(actor);
    return database.transaction(tx -> {
      var blueprint = blueprints.adopted(tx, study);
      var input =
          wish.like()
              .map(other -> FormInput.of(form(tx, other), wish.code()))
              .orElseGet(() -> standard.input(wish, blueprint.outline().testLength()));
      return draft(
          tx, actor, person(actor), new Draft(study, id, blueprint.id(), input, wish.replaces()));
    });
  }

  /** A draft that is to be. */
  private record Draft(
      StudyId study,
      FormId id,
      BlueprintId blueprint,
      FormInput input,
      Optional<FormId> replaces) {}

  /** A draft that was put together by the program. */
  public record Assembled(
      StudyId study,
      FormId id,
      BlueprintId blueprint,
      NewForm wish,
      List<FormInput.Choice> items) {}

  /** Makes a draft with the usual parts and these items, in the name of who asked for it. */
  public Form assembled(Tx tx, Actor actor, PersonId by, Assembled made) {
    var input = standard.input(made.wish(), made.items().size()).holding(made.items());
    return draft(
        tx,
        actor,
        by,
        new Draft(made.study(), made.id(), made.blueprint(), input, Optional.empty()));
  }

  /** Makes a draft in somebody's name; sent again, it is the same. */
  private Form draft(Tx tx, Actor actor, PersonId by, Draft draft) {
    var form =
        new Stored(
            draft.id(),
            draft.study(),
            draft.blueprint(),
            repository.nextNumber(tx, draft.study()),
            Form.State.DRAFT,
            1,
            Head.of(draft.input()),
            draft.replaces(),
            new Mark(by, now()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    if (repository.insert(tx, form)) {
      repository.replaceParts(tx, draft.id(), arranged(tx, draft.input()));
      record(tx, actor, "form.create", draft.id(), Map.of("code", draft.input().code()));
    }
    return form(tx, draft.id());
  }

  /** Puts what was written in the place of what the draft was; a proposal is taken back by it. */
  public Form save(Actor actor, FormId id, int revision, FormInput input) {
    Permission.LEAD_STUDIES.require(actor);
    return database.transaction(tx -> {
      var before = whole(tx, draft(tx, id, revision));
      repository.change(tx, id, Head.of(input), mark(actor));
      repository.replaceParts(tx, id, arranged(tx, input));
      var after = form(tx, id);
      record(tx, actor, "form.change", id, FormChange.of(before, after));
      return after;
    });
  }

  private List<Part> arranged(Tx tx, FormInput input) {
    var versions = input.versions();
    return Arrangement.of(input.parts(), itembanks.versions(tx, versions));
  }

  /** Gives a draft up. */
  public void remove(Actor actor, FormId id, int revision) {
    Permission.LEAD_STUDIES.require(actor);
    database.run(tx -> {
      var draft = draft(tx, id, revision);
      repository.remove(tx, id);
      record(tx, actor, "form.remove", id, Map.of("code", draft.head().code()));
    });
  }

  /**
   * The first of two people signs: from here on the form has its checksum.
   *
   * @param deviation why it differs from its blueprint, where it does
   */
  public Form propose(Actor actor, FormId id, int revision, Optional<String> deviation) {
    Permission.LEAD_STUDIES.require(actor);
    return database.transaction(tx -> {
      var form = whole(tx, draft(tx, id, revision));
      var meter = meter(tx, form);
      requirePublishable(meter);
      if (!meter.meetsBlueprint() && deviation.isEmpty())
        throw new Refusal.BrokenRule("aFormMeetsItsBlueprint");
      var why = deviation.filter(_ -> !meter.meetsBlueprint());
      repository.propose(tx, id, new Proposal(mark(actor), why, checksum(form), meter));
      record(
          tx,
          actor,
          "form.propose",
          id,
          Map.of("checksum", checksum(form), "deviation", why.orElse("")));
      return form(tx, id);
    });
  }

  private static void requirePublishable(Meter meter) {
    if (!meter.publishable()) throw new Refusal.BrokenRule("aFormIsMendedFirst");
  }

  static String checksum(Form form) {
    return Sha256.hex(Json.canonical(form.fixed()));
  }

  /** The second of two people signs the same checksum, and the form is fixed for ever. */
  public Form publish(Actor actor, FormId id, int revision, String checksum) {
    Permission.LEAD_STUDIES.require(actor);
    return database.transaction(tx -> {
      var form = whole(tx, draft(tx, id, revision));
      if (form.proposed().isEmpty()) throw new Refusal.Conflict("aFormIsProposedFirst");
      if (!form.checksum().equals(Optional.of(checksum)) || !checksum(form).equals(checksum))
        throw new Refusal.Stale();
      requirePublishable(meter(tx, form));
      for (var item : form.items())
        itembanks.pin(
            tx,
            actor,
            item.versionId(),
            item.scored() ? ItembankService.Use.SCORED : ItembankService.Use.PILOT);
      repository.publish(tx, id, mark(actor));
      record(tx, actor, "form.publish", id, Map.of("checksum", checksum));
      return form(tx, id);
    });
  }

  /** Takes a form out of use; its sittings can still be scored. */
  public Form retire(Actor actor, FormId id, int revision, String because) {
    Permission.LEAD_STUDIES.require(actor);
    return database.transaction(tx -> {
      inState(locked(tx, id, revision), Form.State.PUBLISHED, "onlyAPublishedFormIsRetired");
      repository.retire(tx, id, mark(actor), because);
      record(tx, actor, "form.retire", id, Map.of("because", because));
      return form(tx, id);
    });
  }

  /** Takes a retired form into use again. */
  public Form reinstate(Actor actor, FormId id, int revision, String because) {
    Permission.LEAD_STUDIES.require(actor);
    return database.transaction(tx -> {
      inState(locked(tx, id, revision), Form.State.RETIRED, "onlyARetiredFormComesBack");
      repository.reinstate(tx, id);
      record(tx, actor, "form.reinstate", id, Map.of("because", because));
      return form(tx, id);
    });
  }

  /** A fixed form, whether in use or retired. */
  public PublishedForm published(Tx tx, FormId id) {
    var form = form(tx, id);
    if (form.published().isEmpty()) throw new Refusal.Conflict("aFormIsPublishedFirst");
    return new PublishedForm(
        form.id(),
        form.study(),
        form.blueprint(),
        form.code(),
        form.number(),
        form.checksum().orElseThrow(),
        form.state() == Form.State.RETIRED,
        form.languages(),
        form.secondsAllowed(),
        form.parts());
  }

  /** The forms of a study that may be given, the newest first. */
  public List<PublishedForm> listPublished(Tx tx, StudyId study) {
    return repository.ofStudy(tx, study).stream()
        .filter(form -> form.state() == Form.State.PUBLISHED)
        .map(form -> published(tx, form.id()))
        .toList();
  }

  public Form form(Tx tx, FormId id) {
    return whole(tx, stored(tx, id));
  }

  /** Where the forms of a study stand, the newest first. */
  public List<Form.State> listStates(Tx tx, StudyId study) {
    return repository.ofStudy(tx, study).stream().map(Stored::state).toList();
  }

  /** Forms of a study, the newest first. */
  public List<Form> listForms(Tx tx, StudyId study) {
    return repository.ofStudy(tx, study).stream().map(form -> whole(tx, form)).toList();
  }

  /** How a draft stands now; how a form stood when it was proposed. */
  public Meter meter(Tx tx, FormId id) {
    var stored = stored(tx, id);
    return stored.meter().orElseGet(() -> meter(tx, whole(tx, stored)));
  }

  private Meter meter(Tx tx, Form form) {
    var outline = blueprints.blueprint(tx, form.blueprint()).outline();
    var pool = itembanks.pool(tx, form.blueprint());
    var versions = form.items().stream().map(Placed::versionId).toList();
    var codes =
        itembanks.versions(tx, versions).stream()
            .collect(Collectors.toMap(version -> version.item(), version -> version.code()));
    var bank = new MeterRules.Bank(pool, itembanks.enemies(tx, form.study()), codes);
    return MeterRules.of(form, Targets.of(outline, form.length()), bank);
  }

  private Stored stored(Tx tx, FormId id) {
    return repository.find(tx, id).orElseThrow(() -> new Refusal.NotFound("form"));
  }

  private Stored draft(Tx tx, FormId id, int revision) {
    return inState(locked(tx, id, revision), Form.State.DRAFT, "a_published_form_never_changes");
  }

  private Stored locked(Tx tx, FormId id, int revision) {
    var found = repository.lock(tx, id).orElseThrow(() -> new Refusal.NotFound("form"));
    if (found.revision() != revision) throw new Refusal.Stale();
    return found;
  }

  private static Stored inState(Stored form, Form.State state, String refusal) {
    if (form.state() != state) throw new Refusal.Conflict(refusal);
    return form;
  }

  private Form whole(Tx tx, Stored form) {
    return new Form(
        form.id(),
        form.study(),
        form.blueprint(),
        form.number(),
        form.head().code(),
        form.state(),
        form.revision(),
        form.head().length(),
        form.head().languages(),
        form.head().secondsAllowed(),
        repository.parts(tx, form.id()),
        form.replaces(),
        signature(tx, form.changed()),
        form.proposed().map(mark -> signature(tx, mark)),
        form.deviation(),
        form.checksum(),
        form.published().map(mark -> signature(tx, mark)),
        form.retired()
            .map(mark -> new Form.Retirement(signature(tx, mark), form.because().orElseThrow())));
  }

  private Signature signature(Tx tx, Mark mark) {
    return new Signature(mark.person(), access.name(tx, mark.person()), mark.at());
  }

  /** A form is signed by people; the program cannot. */
  private Mark mark(Actor actor) {
    return new Mark(person(actor), now());
  }

  private static PersonId person(Actor actor) {
    return actor.person().orElseThrow(Refusal.NotSignedIn::new);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private void record(Tx tx, Actor actor, String action, FormId form, Map<String, ?> detail) {
    audit.record(tx, actor, action, Subject.of("form", form.value()), detail);
  }
}
