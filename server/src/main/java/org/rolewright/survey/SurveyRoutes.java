package org.rolewright.survey;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.rolewright.platform.http.Api;
import org.rolewright.platform.http.Reply;
import org.rolewright.platform.http.Request;
import org.rolewright.platform.text.Language;
import org.rolewright.study.StudyId;
import org.rolewright.survey.ClosedSurvey.Question;

/** Operations of {@code api/survey.yaml}. */
public final class SurveyRoutes {
  private SurveyRoutes() {}

  private record Surveys(List<SurveySummary> surveys) {}

  private record Beginning(String title, Language language) {}

  private record Questions(List<Question> questions) {}

  private record Invitations(List<InvitationView> invitations) {}

  private record Links(List<PersonalLink> links) {}

  private record WriteIns(List<WriteIn> writeIns) {}

  private record CodingInput(WriteIn.Coding coding) {}

  private record Token(String token) {}

  private record Imported(int respondents) {}

  private record BallotView(String ballot) {}

  /** What the expert does. */
  public static void mount(Api api, SurveyService surveys) {
    api.on(
        "listSurveys",
        r -> new Surveys(surveys.listSurveys(r.actor(), new StudyId(r.uuid("studyId")))));
    api.on(
        "createSurvey",
        r -> {
          var begin = r.body(Beginning.class);
          return surveys.create(
              r.actor(),
              new StudyId(r.uuid("studyId")),
              new NewSurvey(survey(r), begin.title(), begin.language()));
        });
    api.on("readSurvey", r -> surveys.view(r.actor(), survey(r)));
    api.on(
        "editSurvey",
        r -> surveys.edit(r.actor(), survey(r), r.body(SurveyContents.class), r.version()));
    api.on("openSurvey", r -> surveys.open(r.actor(), survey(r)));
    api.on("closeSurvey", r -> surveys.close(r.actor(), survey(r)));
    api.on("readSurveyCounts", r -> surveys.counts(r.actor(), survey(r)));
    api.on(
        "listStandardQuestions",
        r -> new Questions(surveys.listStandardQuestions(r.actor(), r.language())));
    api.on("listWriteIns", r -> new WriteIns(surveys.listWriteIns(r.actor(), survey(r))));
    api.does(
        "codeWriteIn",
        r ->
            surveys.code(
                r.actor(), survey(r), r.uuid("writeInId"), r.body(CodingInput.class).coding()));
  }

  /**
   * Personal links.
   *
   * @param baseUrl the address that people use, for links
   */
  public static void mount(Api api, InvitationService invitations, Supplier<String> baseUrl) {
    api.on(
        "listSurveyInvitations",
        r -> new Invitations(invitations.listInvitations(r.actor(), survey(r))));
    api.on(
        "inviteToSurvey",
        r ->
            Reply.json(
                201,
                new Links(
                    invitations.invite(
                        r.actor(), survey(r), r.body(Invitees.class), baseUrl.get()))));
    api.does(
        "confirmAnswered",
        r -> invitations.confirm(r.actor(), survey(r), r.body(Token.class).token()));
  }

  /** Ratings collected elsewhere. */
  public static void mount(Api api, RatingsImportService imports) {
    api.on(
        "readImportTemplate",
        r ->
            Reply.file(
                "text/csv; charset=utf-8",
                "ratings.csv",
                imports.template(r.actor(), survey(r)).getBytes(StandardCharsets.UTF_8)));
    api.on("checkImport", r -> imports.check(r.actor(), survey(r), r.bytes(), r.language()));
    api.on("importRatings", r -> new Imported(imports.take(r.actor(), survey(r), r.bytes())));
  }

  /** What peers do. */
  public static void mount(Api api, AnswerService answers) {
    api.on("readQuestionnaire", r -> answers.questionnaire(r.actor(), survey(r)));
    api.on(
        "takeBallot",
        r -> new BallotView(answers.takeBallot(r.actor(), survey(r), r.body(Token.class).token())));
    api.on(
        "takeOpenBallot",
        r ->
            new BallotView(
                answers.takeOpenBallot(
                    r.actor(), survey(r), r.body(AnswerService.OpenBallotInput.class))));
    api.on("readAnswers", r -> answers.sheet(r.actor(), sheet(r)));
    api.does(
        "putConsent", r -> answers.consent(r.actor(), sheet(r), r.body(AnswerInput.Consent.class)));
    api.does(
        "putScreening",
        r -> answers.screen(r.actor(), sheet(r), r.body(AnswerInput.Screening.class)));
    api.does(
        "putBackground",
        r ->
            answers.choose(
                r.actor(), sheet(r), r.text("question"), r.body(AnswerInput.Background.class)));
    api.does(
        "putRating",
        r ->
            answers.rate(
                r.actor(), sheet(r), r.uuid("taskId"), r.body(AnswerInput.TaskRating.class)));
    api.does(
        "putWriteIn",
        r ->
            answers.writeIn(
                r.actor(), sheet(r), r.uuid("domainId"), r.body(AnswerInput.WriteIn.class)));
    api.does(
        "putCoverage", r -> answers.cover(r.actor(), sheet(r), r.body(AnswerInput.Coverage.class)));
    api.does("submitAnswers", r -> answers.submit(r.actor(), sheet(r)));
  }

  private static SurveyId survey(Request request) {
    return new SurveyId(request.uuid("surveyId"));
  }

  private static AnswerSheet sheet(Request request) {
    return new AnswerSheet(survey(request), request.text("X-Ballot"));
  }
}
