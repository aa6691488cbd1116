package org.rolewright.blueprint;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.rolewright.Installation;
import org.rolewright.platform.Actor;
import org.rolewright.platform.Role;
import org.rolewright.platform.text.Language;
import org.rolewright.study.InclusionRule;
import org.rolewright.study.NewStudy;
import org.rolewright.study.Protocol;
import org.rolewright.study.StudyId;
import org.rolewright.survey.NewSurvey;
import org.rolewright.survey.SurveyId;
import org.rolewright.workshop.Domain;
import org.rolewright.workshop.DomainId;
import org.rolewright.workshop.KsaId;
import org.rolewright.workshop.Link;
import org.rolewright.workshop.StatementInput;
import org.rolewright.workshop.StatementKind;
import org.rolewright.workshop.TaskId;
import org.rolewright.workshop.TaskList;
import org.rolewright.workshop.TaskListId;

/**
 * A study walked through the services to an adopted blueprint, as small and fast as may be: every
 * task is included and needs two KSAs of its own.
 */
public record AdoptedBlueprint(
    Installation rolewright, Actor.Person expert, StudyId study, BlueprintId id) {
  private static final List<String> TITLES = List.of("Outreach", "Support", "Teaching", "Records");
  private static final int RESPONDENTS = 12;

  /** With so many domains, tasks in each, and items of a form. */
  public static AdoptedBlueprint of(Installation rolewright, int domains, int tasks, int items) {
    var expert = rolewright.person(Role.CERTIFICATION_EXPERT);
    var study = new StudyId(UUID.randomUUID());
    var given = new Given(rolewright, expert, study);
    given.plan();
    var list = given.list(domains, tasks);
    var survey = given.survey(list);
    var draft = given.proposal(survey, items);
    var second = rolewright.person(Role.CERTIFICATION_EXPERT);
    rolewright.wiring().blueprints.adopt(second, draft.id(), draft.revision());
    return new AdoptedBlueprint(rolewright, expert, study, draft.id());
  }

  /** What items can be written for. */
  public BlueprintCells cells() {
    var wiring = rolewright.wiring();
    return wiring.database.transaction(tx -> wiring.blueprints.cells(tx, id));
  }

  private record Given(Installation rolewright, Actor.Person expert, StudyId study) {

    void plan() {
      var studies = rolewright.wiring().studies;
      var begun =
          studies.create(
              expert, study, new NewStudy("Community health workers", false, Language.ENGLISH));
      var usual = begun.protocol().protocol();
      var quick =
          new Protocol(
              Optional.of(Protocol.Raters.PEERS),
              usual.rationale(),
              usual.scales(),
              new InclusionRule(InclusionRule.Kind.ALL, 1, 1, 0),
              usual.exclusion(),
              usual.weighting(),
              usual.seed(),
              199,
              usual.calendar());
      var planned = studies.putProtocol(expert, study, quick, begun.protocol().version());
      studies.freeze(expert, study, planned.version());
    }

    TaskList list(int domains, int tasks) {
      var workshops = rolewright.wiring().workshops;
      for (int d = 0; d < domains; d++) {
        var domain = new DomainId(UUID.randomUUID());
        var title = TITLES.get(d % TITLES.size()) + (d < TITLES.size() ? "" : " " + d);
        workshops.putDomain(expert, study, Domain.fresh(domain, title, "What it means."), 0);
        for (int t = 0; t < tasks; t++) task(domain, title, t);
      }
      return workshops.publish(expert, study, new TaskListId(UUID.randomUUID()), 0);
    }

    private void task(DomainId domain, String title, int number) {
      var workshops = rolewright.wiring().workshops;
      var task = new TaskId(UUID.randomUUID());
      var about = "subject " + (number + 1) + " of " + title.toLowerCase();
      workshops.putStatement(
          expert,
          study,
          StatementInput.task(
              task, domain, "Visit families about " + about + " so that they stay healthy", ""),
          0);
      for (var kind : List.of(StatementKind.KNOWLEDGE, StatementKind.SKILL)) {
        var ksa = new KsaId(UUID.randomUUID());
        workshops.putStatement(
            expert,
            study,
            new StatementInput(
                ksa.value(), kind, Optional.empty(), kind.name() + " of " + about, ""),
            0);
        workshops.link(expert, study, new Link(task, ksa), true);
      }
    }

    SurveyId survey(TaskList list) {
      var surveys = rolewright.wiring().surveys;
      var survey = new SurveyId(UUID.randomUUID());
      surveys.create(expert, study, new NewSurvey(survey, "Survey of 2026", Language.ENGLISH));
      surveys.open(expert, survey);
      rolewright.wiring().surveyImports.take(expert, survey, ratings(list));
      surveys.close(expert, survey);
      return survey;
    }

    private static byte[] ratings(TaskList list) {
      var random = new Random(7);
      var header = new ArrayList<>(List.of("respondent"));
      list.tasks()
          .forEach(task ->
              header.addAll(List.of(task.code() + ".importance", task.code() + ".frequency")));
      var csv = new StringBuilder(String.join(",", header)).append('\n');
      for (int r = 0; r < RESPONDENTS; r++) {
        csv.append('r').append(r);
        for (int cell = 1; cell < header.size(); cell++)
          csv.append(',').append(2 + random.nextInt(3));
        csv.append('\n');
      }
      return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    Blueprint proposal(SurveyId survey, int items) {
      var wiring = rolewright.wiring();
      wiring.analyses.start(expert, survey);
      var patience = Instant.now().plus(Duration.ofMinutes(2));
      while (wiring.analyses.listRuns(expert, study).isEmpty()) {
        if (Instant.now().isAfter(patience)) throw new AssertionError("no analysis was made");
        pause();
      }
      var run = wiring.analyses.listRuns(expert, study).getFirst();
      return wiring.blueprints.propose(expert, run.id(), items);
    }

    private static void pause() {
      try {
        Thread.sleep(Duration.ofMillis(100));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }
}
