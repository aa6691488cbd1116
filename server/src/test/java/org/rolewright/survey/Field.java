package org.rolewright.survey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.rolewright.ApiClient;
import org.rolewright.Installation;
import org.rolewright.platform.Actor;
import org.rolewright.platform.text.Language;
import org.rolewright.study.NewStudy;
import org.rolewright.study.Protocol;
import org.rolewright.study.StudyId;
import org.rolewright.workshop.Domain;
import org.rolewright.workshop.DomainId;
import org.rolewright.workshop.StatementInput;
import org.rolewright.workshop.TaskId;
import org.rolewright.workshop.TaskList;
import org.rolewright.workshop.TaskListId;

/**
 * A field to be surveyed: a study with a frozen protocol, a published list of two domains, and a
 * survey that is open.
 */
public record Field(
    Installation rolewright, Actor.Person expert, StudyId study, TaskList list, SurveyId survey) {
  private static final List<String> VERBS =
      List.of("Visit", "Advise", "Refer", "Record", "Teach", "Call", "Report", "Plan");

  /** With so many tasks in each of the two domains. */
  public static Field open(Installation rolewright, int tasksEach) {
    return open(rolewright, tasksEach, Language.ENGLISH);
  }

  /** With so many tasks in each domain, and the standard wordings of a language. */
  public static Field open(Installation rolewright, int tasksEach, Language language) {
    var field = drafted(rolewright, tasksEach, language);
    rolewright.wiring().surveys.open(field.expert, field.survey);
    return field;
  }

  /** As {@link #open}, with the survey still being written. */
  public static Field drafted(Installation rolewright, int tasksEach) {
    return drafted(rolewright, tasksEach, Language.ENGLISH);
  }

  /** As {@link #drafted}, in a study where the panel alone rates. */
  public static Field ofPanel(Installation rolewright, int tasksEach) {
    return drafted(rolewright, tasksEach, Language.ENGLISH, Protocol.Raters.PANEL);
  }

  private static Field drafted(Installation rolewright, int tasksEach, Language language) {
    return drafted(rolewright, tasksEach, language, Protocol.Raters.PEERS);
  }

  private static Field drafted(
      Installation rolewright, int tasksEach, Language language, Protocol.Raters raters) {
    var wiring = rolewright.wiring();
    var expert = rolewright.expert();
    var study = new StudyId(UUID.randomUUID());
    var begun =
        wiring.studies.create(
            expert, study, new NewStudy("Community health workers", false, language));
    var planned =
        wiring.studies.putProtocol(
            expert,
            study,
            ratedBy(raters, begun.protocol().protocol()),
            begun.protocol().version());
    wiring.studies.freeze(expert, study, planned.version());
    for (var title : List.of("Outreach", "Support")) {
      var domain = new DomainId(UUID.randomUUID());
      wiring.workshops.putDomain(
          expert, study, Domain.fresh(domain, title, "What " + title + " means."), 0);
      for (var at = 0; at < tasksEach; at++)
        wiring.workshops.putStatement(expert, study, statement(domain, title, at), 0);
    }
    var list = wiring.workshops.publish(expert, study, new TaskListId(UUID.randomUUID()), 0);
    var survey = new SurveyId(UUID.randomUUID());
    wiring.surveys.create(
        expert, study, new NewSurvey(survey, "Community health workers 2026", language));
    return new Field(rolewright, expert, study, list, survey);
  }

  private static Protocol ratedBy(Protocol.Raters raters, Protocol draft) {
    return new Protocol(
        Optional.of(raters),
        draft.rationale(),
        draft.scales(),
        draft.inclusion(),
        draft.exclusion(),
        draft.weighting(),
        draft.seed(),
        draft.replicates(),
        draft.calendar());
  }

  private static StatementInput statement(DomainId domain, String title, int at) {
    var text =
        VERBS.get(at % VERBS.size())
            + " families in their homes about subject "
            + (at + 1)
            + " of "
            + title.toLowerCase()
            + " so that they stay healthy";
    return StatementInput.task(new TaskId(UUID.randomUUID()), domain, text, "");
  }

  public List<TaskList.TaskStatement> tasks() {
    return list.tasks().toList();
  }

  public TaskId task(int at) {
    return tasks().get(at).id();
  }

  /** Tokens of new personal links, in the order asked. */
  public List<String> links(int count) {
    var people = new ArrayList<Invitee>();
    for (var at = 0; at < count; at++)
      people.add(new Invitee("Peer " + (at + 1), Optional.empty()));
    return rolewright
        .wiring()
        .surveyInvitations
        .invite(expert, survey, new Invitees(people, false), "http://localhost")
        .stream()
        .map(link -> link.link().orElseThrow().replaceFirst(".*#", ""))
        .toList();
  }

  /** A peer with a personal link, over HTTP. */
  public Peer peer(String token) {
    var client = rolewright.visitor();
    var ballot =
        of(client.call("takeBallot"))
            .body(Map.of("token", token))
            .expect(200)
            .json()
            .get("ballot")
            .asText();
    return new Peer(client, survey, ballot);
  }

  /** A call that is about this survey. */
  public ApiClient.Call of(ApiClient.Call call) {
    return call.with("surveyId", survey.value());
  }

  public DomainId domain() {
    return list.domains().getFirst().id();
  }

  /** The closed survey. */
  public ClosedSurvey close() {
    rolewright.wiring().surveys.close(expert, survey);
    return closed();
  }

  public ClosedSurvey closed() {
    return rolewright
        .wiring()
        .database
        .transaction(tx -> rolewright.wiring().surveys.closed(tx, survey));
  }

  /** Somebody who answers in a browser of their own. */
  public record Peer(ApiClient client, SurveyId survey, String ballot) {
    /** Consents and says to do this work. */
    public Peer begin() {
      consent(1, 1).expect(204);
      screening(2, true).expect(204);
      return this;
    }

    public Peer rate(TaskId task, int importance, int frequency) {
      rating(3, task, Map.of("performed", true, "importance", importance, "frequency", frequency))
          .expect(204);
      return this;
    }

    public Peer submit() {
      to(client.call("submitAnswers")).expect(204);
      return this;
    }

    public ApiClient.Call answers() {
      return to(client.call("readAnswers"));
    }

    public ApiClient.Call consent(long sequence, int version) {
      return to(client.call("putConsent"), sequence, Map.of("version", version));
    }

    public ApiClient.Call screening(long sequence, boolean eligible) {
      return to(client.call("putScreening"), sequence, Map.of("eligible", eligible));
    }

    public ApiClient.Call background(long sequence, String question, String choice) {
      return to(client.call("putBackground"), sequence, Map.of("choice", choice))
          .with("question", question);
    }

    public ApiClient.Call rating(long sequence, TaskId task, Map<String, Object> rating) {
      return to(client.call("putRating"), sequence, rating).with("taskId", task.value());
    }

    public ApiClient.Call writeIn(long sequence, DomainId domain, String text) {
      return to(client.call("putWriteIn"), sequence, Map.of("text", text))
          .with("domainId", domain.value());
    }

    public ApiClient.Call coverage(long sequence, int percent) {
      return to(client.call("putCoverage"), sequence, Map.of("percent", percent));
    }

    private ApiClient.Call to(ApiClient.Call call, long sequence, Map<String, Object> values) {
      var body = new HashMap<>(values);
      body.put("sequence", sequence);
      body.put("page", "test");
      return to(call).body(body);
    }

    private ApiClient.Call to(ApiClient.Call call) {
      return call.with("surveyId", survey.value()).with("X-Ballot", ballot);
    }
  }
}
