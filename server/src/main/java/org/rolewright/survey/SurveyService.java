package org.rolewright.survey;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rolewright.access.Permission;
import org.rolewright.audit.AuditService;
import org.rolewright.audit.Subject;
import org.rolewright.platform.Actor;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.Sha256;
import org.rolewright.platform.db.Database;
import org.rolewright.platform.db.Tx;
import org.rolewright.platform.json.Json;
import org.rolewright.platform.text.Language;
import org.rolewright.platform.text.Texts;
import org.rolewright.study.StudyId;
import org.rolewright.study.StudyPlan;
import org.rolewright.study.StudyService;
import org.rolewright.survey.AnswerRepository.Outcome;
import org.rolewright.survey.ClosedSurvey.Accounting;
import org.rolewright.survey.ClosedSurvey.Channel;
import org.rolewright.survey.ClosedSurvey.Question;
import org.rolewright.survey.ClosedSurvey.Response;
import org.rolewright.survey.SurveyCounts.ByLink;
import org.rolewright.workshop.WorkshopService;

/** A survey from its draft to its closing, as the expert leads it. */
public final class SurveyService {
  private final Database database;
  private final InstantSource clock;
  private final SecureRandom random;
  private final AuditService audit;
  private final Texts texts;
  private final StudyService studies;
  private final WorkshopService workshops;
  private final AnswerService answering;
  private final InvitationService inviting;
  private final SurveyRepository repository = new SurveyRepository();
  private final AnswerRepository answers = new AnswerRepository();
  private final InvitationRepository invitations = new InvitationRepository();

  public SurveyService(
      Database database,
      InstantSource clock,
      SecureRandom random,
      AuditService audit,
      Texts texts,
      StudyService studies,
      WorkshopService workshops,
      AnswerService answering,
      InvitationService inviting) {
    this.database = database;
    this.clock = clock;
    this.random = random;
    this.audit = audit;
    this.texts = texts;
    this.studies = studies;
    this.workshops = workshops;
    this.answering = answering;
    this.inviting = inviting;
  }

  public List<SurveySummary> listSurveys(Actor actor, StudyId study) {
    Permission.READ_STUDIES.require(actor);
    return database.transaction(tx -> listSurveys(tx, study));
  }

  /**
   * Begins a survey from the frozen protocol and the newest published task list; doing it twice
   * changes nothing.
   */
  public SurveyView create(Actor actor, StudyId study, NewSurvey input) {
    Permission.LEAD_STUDIES.require(actor);
    return database.transaction(tx -> {
      var plan = studies.frozen(tx, study);
      var list = workshops.latest(tx, study);
      var openLink = plan.protocol().asksPeers();
      var contents = QuestionBank.contents(texts, input.language(), input.title(), openLink);
      var asked =
          new Questionnaire(
              contents, 1, plan.protocol().scales(), list.domains(), list.version(), plan.hash());
      var draft = Survey.draft(input.id(), list, asked, Sha256.newToken(random));
      if (repository.insert(tx, draft))
        record(tx, actor, "survey.create", input.id(), Map.of("taskList", list.version()));
      return view(tx, input.id());
    });
  }

  public SurveyView view(Actor actor, SurveyId id) {
    Permission.READ_STUDIES.require(actor);
    return database.transaction(tx -> view(tx, id));
  }

  /** Words a draft anew. */
  public SurveyView edit(Actor actor, SurveyId id, SurveyContents contents, int version) {
    Permission.LEAD_STUDIES.require(actor);
    return database.transaction(tx -> {
      var survey = repository.lock(tx, id).inDraft();
      if (survey.version() != version) throw new Refusal.Stale();
      repository.edit(tx, id, survey.questionnaire().with(contents));
      record(tx, actor, "survey.edit", id, Map.of("version", version + 1));
      return view(tx, id);
    });
  }

  /** Lets peers answer; from now on nothing that is asked can change. */
  public SurveyView open(Actor actor, SurveyId id) {
    Permission.LEAD_STUDIES.require(actor);
    return database.transaction(tx -> {
      var survey = repository.lock(tx, id).inDraft();
      requirePlanned(survey.questionnaire(), studies.frozen(tx, survey.study()));
      repository.open(tx, id, answering.secretMark(), today());
      var hash = Sha256.hex(Json.canonical(survey.questionnaire()));
      record(tx, actor, "survey.open", id, Map.of("questionnaireHash", hash));
      return view(tx, id);
    });
  }

  private static void requirePlanned(Questionnaire asked, StudyPlan plan) {
    if (!plan.hash().equals(asked.planHash()))
      throw new Refusal.BrokenRule("surveyOfAnotherProtocol");
    if (asked.contents().openLink() && !plan.protocol().asksPeers())
      throw new Refusal.BrokenRule("panelStudyHasNoOpenLink");
  }

  /** Ends the survey for good and publishes its answers. */
  public SurveyView close(Actor actor, SurveyId id) {
    Permission.LEAD_STUDIES.require(actor);
    return database.transaction(tx -> {
      var survey = repository.lock(tx, id).open();
      inviting.finish(tx, id);
      answering.finish(tx, survey);
      var responses = answers.responses(tx, survey);
      repository.insert(tx, id, writeIns(responses));
      var hash = Sha256.hex(Json.canonical(responses));
      repository.close(tx, id, accounting(tx, survey), hash, today());
      record(tx, actor, "survey.close", id, Map.of("responses", responses.size(), "hash", hash));
      return view(tx, id);
    });
  }

  private static List<WriteIn> writeIns(List<Response> responses) {
    return responses.stream()
        .flatMap(response -> response.writeIns().entrySet().stream())
        .map(written ->
            new WriteIn(
                UUID.randomUUID(), written.getKey(), written.getValue(), WriteIn.Coding.OPEN))
        .sorted(Comparator.comparing(WriteIn::id))
        .toList();
  }

  private Accounting accounting(Tx tx, Survey survey) {
    var id = survey.id();
    return new Accounting(
        invitations.invited(tx, id),
        answers.responses(tx, id, Channel.PERSONAL),
        answers.responses(tx, id, Channel.OPEN),
        answers.responses(tx, id, Channel.IMPORTED),
        answers.spent(tx, id, Channel.PERSONAL, Outcome.SCREENED_OUT)
            + answers.spent(tx, id, Channel.OPEN, Outcome.SCREENED_OUT),
        studies.study(tx, survey.study()).incumbents().orElse(0));
  }

  /** Numbers of people, never what they answered. */
  public SurveyCounts counts(Actor actor, SurveyId id) {
    Permission.READ_STUDIES.require(actor);
    return database.transaction(tx -> {
      repository.survey(tx, id);
      return new SurveyCounts(
          invitations.invited(tx, id),
          invitations.answered(tx, id),
          byLink(tx, id, Channel.PERSONAL),
          byLink(tx, id, Channel.OPEN),
          answers.responses(tx, id, Channel.IMPORTED),
          answers.partial(tx, id));
    });
  }

  private ByLink byLink(Tx tx, SurveyId id, Channel channel) {
    return new ByLink(
        answers.started(tx, id, channel),
        answers.spent(tx, id, channel, Outcome.SCREENED_OUT),
        answers.spent(tx, id, channel, Outcome.COMPLETE));
  }

  /** Background questions that most surveys ask. */
  public List<Question> listStandardQuestions(Actor actor, Language language) {
    Permission.READ_STUDIES.require(actor);
    return QuestionBank.questions(texts, language);
  }

  public List<WriteIn> listWriteIns(Actor actor, SurveyId id) {
    Permission.READ_STUDIES.require(actor);
    return database.transaction(tx -> {
      repository.survey(tx, id).closed();
      return repository.writeIns(tx, id);
    });
  }

  /** Says what a write-in is: a new task, one that the list has, or no task. */
  public void code(Actor actor, SurveyId id, UUID writeIn, WriteIn.Coding coding) {
    Permission.LEAD_STUDIES.require(actor);
    database.run(tx -> {
      repository.survey(tx, id).closed();
      repository.code(tx, id, writeIn, coding);
      var detail = Map.of("writeIn", writeIn, "coding", coding.code());
      record(tx, actor, "survey.codeWriteIn", id, detail);
    });
  }

  public List<SurveySummary> listSurveys(Tx tx, StudyId study) {
    return repository.ofStudy(tx, study).stream().map(SurveySummary::of).toList();
  }

  /** The published answers; refused while the survey runs. */
  public ClosedSurvey closed(Tx tx, SurveyId id) {
    var survey = repository.survey(tx, id).closed();
    return new ClosedSurvey(
        id,
        survey.study(),
        survey.taskList(),
        survey.questionnaire().contents().questions(),
        survey.accounting().orElseThrow(),
        answers.responses(tx, survey),
        survey.hash().orElseThrow(),
        survey.closedOn().orElseThrow());
  }

  private SurveyView view(Tx tx, SurveyId id) {
    var survey = repository.survey(tx, id);
    return SurveyView.of(survey, workshops.latest(tx, survey.study()).version());
  }

  private void record(Tx tx, Actor actor, String action, SurveyId id, Map<String, ?> detail) {
    audit.record(tx, actor, action, Subject.of("survey", id.value()), detail);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
