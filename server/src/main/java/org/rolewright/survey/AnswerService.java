package org.rolewright.survey;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;
import org.rolewright.access.Permission;
import org.rolewright.platform.Actor;
import org.rolewright.platform.InstallationSecret;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.db.Database;
import org.rolewright.platform.db.Tx;
import org.rolewright.survey.AnswerRepository.NewResponse;
import org.rolewright.survey.AnswerRepository.Outcome;
import org.rolewright.survey.AnswerRepository.Stored;
import org.rolewright.survey.ClosedSurvey.Channel;

/**
 * What peers do: take a ballot, answer, hand in. Every answer is stored when the call returns. See
 * the package description for what is kept and what cannot be found out from it.
 */
public final class AnswerService {
  /** Fewest drafts that become responses together while a survey runs. */
  static final int SMALLEST_BATCH = 5;

  private final Database database;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Ballots ballots;
  private final SurveyRepository surveys = new SurveyRepository();
  private final InvitationRepository invitations = new InvitationRepository();
  private final AnswerRepository repository = new AnswerRepository();

  /**
   * @param random shuffles each batch of responses
   */
  public AnswerService(
      Database database, InstantSource clock, RandomGenerator random, InstallationSecret secret) {
    this.database = database;
    this.clock = clock;
    this.random = random;
    this.ballots = new Ballots(secret);
  }

  /** What is asked. */
  public QuestionnaireView questionnaire(Actor visitor, SurveyId id) {
    return database.transaction(
        tx -> QuestionnaireView.of(surveys.survey(tx, id).open().questionnaire()));
  }

  /** Trades the token of a personal link for a ballot. Writes nothing. */
  String takeBallot(Actor visitor, SurveyId id, String token) {
    return database.transaction(tx -> {
      open(tx, id);
      if (invitations.findByToken(tx, id, token).isEmpty())
        throw new Refusal.NotFound("surveyLink");
      return unused(tx, ballots.of(id, Channel.PERSONAL, token));
    });
  }

  /** Signs the random key that a browser made for the open link. Writes nothing. */
  String takeOpenBallot(Actor visitor, SurveyId id, OpenBallotInput input) {
    return database.transaction(tx -> {
      var survey = open(tx, id);
      if (!survey.questionnaire().contents().openLink()
          || !survey.openKey().equals(input.openKey())) throw new Refusal.NotFound("surveyLink");
      return unused(tx, ballots.of(id, Channel.OPEN, input.browserKey()));
    });
  }

  /** What the open link and the browser bring. */
  record OpenBallotInput(String openKey, String browserKey) {}

  private String unused(Tx tx, Ballot ballot) {
    if (repository.outcome(tx, ballot).isPresent()) throw new Refusal.Conflict("linkUsed");
    return ballots.write(ballot);
  }

  /** What the peer has answered so far. */
  AnswerSheetView sheet(Actor visitor, AnswerSheet sheet) {
    return database.transaction(tx -> {
      open(tx, sheet.survey());
      var ballot = ballot(sheet);
      unused(tx, ballot);
      var draft =
          repository.findDraft(tx, ballot.keyHash()).map(this::unsealed).orElse(Draft.EMPTY);
      return new AnswerSheetView(draft.answers(), draft.eligible(), draft.page());
    });
  }

  void consent(Actor visitor, AnswerSheet sheet, AnswerInput.Consent input) {
    change(
        sheet,
        (asked, draft) -> {
          if (input.version() != asked.consentVersion())
            throw new Refusal.Conflict("consentWordedAnew");
          return draft.with(
              input.step("consent"), answers -> answers.withConsent(asked.consentVersion()));
        });
  }

  /** Who does not do this work is thanked and counted; nothing else is kept. */
  void screen(Actor visitor, AnswerSheet sheet, AnswerInput.Screening input) {
    if (input.eligible()) change(sheet, (_, draft) -> draft.eligible(input.step("screening")));
    else
      end(
          sheet,
          Outcome.SCREENED_OUT,
          (tx, _, ballot, _) -> repository.deleteDraft(tx, ballot.keyHash()));
  }

  void choose(Actor visitor, AnswerSheet sheet, String question, AnswerInput.Background input) {
    change(
        sheet,
        (asked, draft) -> {
          asked.checkChoice(question, input.choice());
          return draft.with(
              input.step("background " + question),
              answers -> answers.withChoice(question, input.choice()));
        });
  }

  void rate(Actor visitor, AnswerSheet sheet, UUID task, AnswerInput.TaskRating input) {
    change(
        sheet,
        (asked, draft) -> {
          asked.checkTask(task);
          asked.checkRating(input.rating());
          return draft.with(
              input.step("rating " + task), answers -> answers.withRating(task, input.rating()));
        });
  }

  void writeIn(Actor visitor, AnswerSheet sheet, UUID domain, AnswerInput.WriteIn input) {
    change(
        sheet,
        (asked, draft) -> {
          asked.checkDomain(domain);
          return draft.with(
              input.step("writeIn " + domain),
              answers -> answers.withWriteIn(domain, input.text()));
        });
  }

  void cover(Actor visitor, AnswerSheet sheet, AnswerInput.Coverage input) {
    change(
        sheet,
        (_, draft) ->
            draft.with(input.step("coverage"), answers -> answers.withCoverage(input.percent())));
  }

  /** Hands in; a second time, as a retry does, changes nothing. */
  void submit(Actor visitor, AnswerSheet sheet) {
    end(
        sheet,
        Outcome.COMPLETE,
        (tx, asked, ballot, draft) -> {
          if (!asked.contents().screener().isBlank() && !draft.eligible())
            throw new Refusal.BrokenRule("screenerNotAnswered");
          if (!draft.answers().ratesSomething()) throw new Refusal.BrokenRule("nothingRated");
          repository.submitDraft(tx, ballot.keyHash());
        });
  }

  /** What happens to a draft when its key is spent. */
  private interface Ending {
    void of(Tx tx, Questionnaire asked, Ballot ballot, Draft draft);
  }

  private void end(AnswerSheet sheet, Outcome outcome, Ending ending) {
    database.run(tx -> {
      var ballot = ballot(sheet);
      if (endedSo(tx, ballot, outcome)) return;
      var asked = open(tx, sheet.survey()).questionnaire();
      var stored = repository.lockDraft(tx, ballot.keyHash());
      if (endedSo(tx, ballot, outcome)) return;
      var draft = stored.map(this::unsealed).filter(Draft::consented);
      repository.spend(tx, ballot, outcome);
      ending.of(tx, asked, ballot, draft.orElseThrow(() -> new Refusal.Conflict("consentNeeded")));
    });
  }

  /** Whether a retry finds its work done; refused where the key was spent in another way. */
  private boolean endedSo(Tx tx, Ballot ballot, Outcome outcome) {
    var earlier = repository.outcome(tx, ballot);
    if (earlier.isPresent() && earlier.get() != outcome) throw new Refusal.Conflict("linkUsed");
    return earlier.isPresent();
  }

  private void change(AnswerSheet sheet, BiFunction<Questionnaire, Draft, Draft> change) {
    database.run(tx -> {
      var asked = open(tx, sheet.survey()).questionnaire();
      var ballot = ballot(sheet);
      repository.beginDraft(tx, ballot, ballots.seal(ballot, Draft.EMPTY), today());
      var before = repository.lockDraft(tx, ballot.keyHash()).map(this::unsealed).orElseThrow();
      unused(tx, ballot);
      var after = change.apply(asked, before);
      if (!after.consented()) throw new Refusal.Conflict("consentNeeded");
      repository.putDraft(tx, ballot.keyHash(), ballots.seal(ballot, after), today());
    });
  }

  private Draft unsealed(Stored stored) {
    return ballots.unseal(stored.keyHash(), stored.sealed());
  }

  private Ballot ballot(AnswerSheet sheet) {
    return ballots
        .read(sheet.survey(), sheet.ballot())
        .orElseThrow(() -> new Refusal.NotFound("surveyLink"));
  }

  /** Held open until the transaction ends. */
  private Survey open(Tx tx, SurveyId id) {
    var survey = surveys.hold(tx, id).open();
    checkSecret(survey);
    return survey;
  }

  /** Without the secret of its opening no link can be told apart from a used one. */
  private void checkSecret(Survey survey) {
    if (!survey.secretMark().orElse("").equals(ballots.mark()))
      throw new Refusal.Busy("secretMissing");
  }

  /** Turns what was handed in into responses, survey by survey, where enough has come together. */
  public void settle(Actor program) {
    Permission.LEAD_STUDIES.require(program);
    for (var id : database.transaction(surveys::open)) database.run(tx -> settle(tx, id));
  }

  private void settle(Tx tx, SurveyId id) {
    var survey = surveys.lockForSettling(tx, id);
    var enough = Math.max(SMALLEST_BATCH, repository.responses(tx, id) / 10);
    if (survey.state() != SurveyState.OPEN || repository.waiting(tx, id) < enough) return;
    checkSecret(survey);
    store(tx, survey, repository.takeDrafts(tx, id, false));
  }

  /** Turns everything into responses: handed in, or broken off with at least one task rated. */
  void finish(Tx tx, Survey survey) {
    checkSecret(survey);
    store(tx, survey, repository.takeDrafts(tx, survey.id(), true));
  }

  private void store(Tx tx, Survey survey, List<Stored> drafts) {
    var added = new ArrayList<NewResponse>();
    for (var stored : drafts) {
      var answers = unsealed(stored).answers();
      if (stored.submitted() || answers.ratesSomething())
        added.add(new NewResponse(stored.channel(), stored.submitted(), answers, stored.day()));
    }
    Collections.shuffle(added, random);
    repository.insert(tx, survey.id(), added);
  }

  /** Fingerprint of the secret that links are made and checked with. */
  String secretMark() {
    return ballots.mark();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
