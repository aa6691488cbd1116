package org.rolewright.simulation;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.rolewright.access.AccessService;
import org.rolewright.credential.Credential;
import org.rolewright.credential.CredentialId;
import org.rolewright.credential.CredentialInput;
import org.rolewright.credential.CredentialService;
import org.rolewright.credential.RegistryView;
import org.rolewright.eligibility.EligibilityService;
import org.rolewright.fairness.FairnessService;
import org.rolewright.marking.Scale;
import org.rolewright.platform.Actor;
import org.rolewright.platform.PersonId;
import org.rolewright.platform.db.Database;
import org.rolewright.platform.jobs.Jobs;
import org.rolewright.result.ResultRequest;
import org.rolewright.result.ResultRequest.Kind;
import org.rolewright.result.ResultService;
import org.rolewright.result.ResultService.RequestLine;
import org.rolewright.scoring.Hold;
import org.rolewright.scoring.ReleaseService;
import org.rolewright.scoring.RunService;
import org.rolewright.scoring.RunView;
import org.rolewright.scoring.Score;
import org.rolewright.scoring.ScoringRun;
import org.rolewright.scoring.ScoringService;

/**
 * What four people decide after the exam: scores, appeals, certificates; and whether groups pass
 * alike. Each step is taken only where nobody has taken it, so that a program that was killed goes
 * on.
 */
public final class Verdicts {
  private static final Scale SCALE = new Scale(200, 500, 800);
  private static final int VALID_MONTHS = 36;

  /** Certificates that wait for the second person. */
  private static final int WAITING = 5;

  private final Database database;
  private final Jobs jobs;
  private final Sources sources;

  /** The stages after the exam. */
  public record Sources(
      AccessService access,
      EligibilityService eligibility,
      RunService runs,
      ScoringService scoring,
      ReleaseService releases,
      ResultService results,
      CredentialService credentials,
      FairnessService fairness) {}

  public Verdicts(Database database, Jobs jobs, Sources sources) {
    this.database = database;
    this.jobs = jobs;
    this.sources = sources;
  }

  private Actor actor(PersonId person) {
    return database.transaction(tx -> sources.access.actor(tx, person));
  }

  /** Scores, decides about what is held, and releases; left alone once scores were released. */
  public void score(Programme programme) throws InterruptedException {
    var lead = actor(programme.lead());
    if (states(programme).contains(ScoringRun.State.RELEASED)) return;
    if (states(programme).isEmpty())
      jobs.follow(
          sources.runs.start(
              lead, programme.form(), new RunService.RunInput(SCALE, "First scoring")),
          _ -> {});
    for (var form : sources.scoring.listForms(lead, programme.study()))
      if (form.id().equals(programme.form()) && !form.runs().isEmpty())
        release(programme, sources.scoring.view(lead, form.runs().getFirst().id()));
  }

  private List<ScoringRun.State> states(Programme programme) {
    return database.transaction(tx -> sources.scoring.listStates(tx, programme.study()));
  }

  private void release(Programme programme, RunView view) {
    var second = actor(programme.second());
    var run = view.run();
    var kept =
        new ReleaseService.VerdictInput(
            Hold.Verdict.KEEP,
            "The panel read the question again (made up): the key is right, the item is hard.");
    for (var hold : view.holds())
      if (hold.decision().isEmpty())
        sources.releases.decide(second, run.id(), hold.version(), kept);
    if (run.signed().isEmpty())
      sources.releases.sign(actor(programme.lead()), run.id(), run.resultHash());
    sources.releases.release(second, run.id(), run.resultHash());
  }

  /** The two who missed the cut by least ask; the appeal is answered. */
  public void ask(Programme programme, Cohort cohort) {
    var failed =
        released(programme).stream()
            .filter(score -> !score.passed())
            .sorted(Comparator.comparing(Score::raw).reversed())
            .map(this::name)
            .toList();
    if (requests(programme, Kind.APPEAL).isEmpty())
      cohort.ask(
          programme,
          failed.get(0),
          Kind.APPEAL,
          "One question in the second part has two right answers (made up).");
    if (requests(programme, Kind.VERIFICATION).isEmpty())
      cohort.ask(
          programme,
          failed.get(1),
          Kind.VERIFICATION,
          "I counted more right answers than that (made up).");
    for (var appeal : requests(programme, Kind.APPEAL))
      if (appeal.name().equals(failed.get(0)) && appeal.request().answer().isEmpty())
        answer(programme, appeal.request());
  }

  private List<RequestLine> requests(Programme programme, Kind kind) {
    return sources.results.listRequests(actor(programme.third()), programme.study()).stream()
        .filter(one -> one.request().kind() == kind)
        .toList();
  }

  private void answer(Programme programme, ResultRequest appeal) {
    sources.results.decide(
        actor(programme.third()),
        appeal.id(),
        new ResultService.AnswerInput(
            ResultRequest.Outcome.CONFIRMED,
            "Two experts read the question and its sources again: one answer is right. The score stands."));
  }

  private List<Score> released(Programme programme) {
    return database.transaction(tx -> sources.scoring.listReleased(tx, programme.study()));
  }

  private String name(Score score) {
    return database.transaction(tx -> sources.eligibility.candidate(tx, score.candidate()).name());
  }

  /** One proposes, another issues all but a few; one is suspended later, one revoked. */
  public void certify(Programme programme) {
    var third = actor(programme.third());
    var study = programme.study();
    var before = sources.credentials.registry(third, study);
    if (before.certificates().isEmpty() && !before.waiting().isEmpty()) {
      var passed = before.waiting().stream().map(RegistryView.Waiting::sitting).toList();
      before = sources.credentials.propose(third, study, new CredentialInput(passed, VALID_MONTHS));
    }
    if (issued(before).isEmpty()) {
      var proposed = before.certificates().stream().map(RegistryView.Entry::id).toList();
      var most = proposed.subList(0, Math.max(0, proposed.size() - WAITING));
      before = sources.credentials.issue(actor(programme.fourth()), study, most);
    }
    var issued = issued(before);
    boolean halted = before.certificates().stream().anyMatch(one -> !one.acts().isEmpty());
    if (halted || issued.size() < 2) return;
    halt(third, issued.get(0), Credential.Kind.SUSPEND, "A complaint is looked into (made up).");
    halt(third, issued.get(1), Credential.Kind.REVOKE, "Somebody else sat the exam (made up).");
  }

  private static List<CredentialId> issued(RegistryView registry) {
    return registry.certificates().stream()
        .filter(one -> one.issuedOn().isPresent())
        .map(RegistryView.Entry::id)
        .toList();
  }

  private void halt(Actor actor, CredentialId id, Credential.Kind kind, String reason) {
    sources.credentials.act(actor, id, kind, reason);
  }

  /** Most of the cohort state their background, and a table of who passed is made. */
  public void compare(Programme programme, Cohort cohort) {
    var lead = actor(programme.lead());
    if (!sources.fairness.list(lead, programme.study()).isEmpty()) return;
    cohort.stateBackgrounds(programme);
    sources.fairness.issue(lead, programme.study(), UUID.randomUUID());
  }
}
