package org.rolewright.survey;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.rolewright.access.Permission;
import org.rolewright.audit.AuditService;
import org.rolewright.audit.Subject;
import org.rolewright.platform.Actor;
import org.rolewright.platform.InstallationSecret;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.Sha256;
import org.rolewright.platform.db.Database;
import org.rolewright.platform.db.Tx;
import org.rolewright.platform.mail.Mail;
import org.rolewright.platform.text.Texts;
import org.rolewright.survey.ClosedSurvey.Channel;

/** Personal links: given out, mailed or downloaded once, and marked as answered in batches. */
public final class InvitationService {
  private final Database database;
  private final SecureRandom random;
  private final AuditService audit;
  private final Mail mail;
  private final Texts texts;
  private final Ballots ballots;
  private final SurveyRepository surveys = new SurveyRepository();
  private final AnswerRepository answers = new AnswerRepository();
  private final InvitationRepository repository = new InvitationRepository();

  /** Invitations known to be answered and not noted yet. Losing them costs a reminder too many. */
  private final Map<SurveyId, Set<UUID>> answered = new ConcurrentHashMap<>();

  public InvitationService(
      Database database,
      SecureRandom random,
      AuditService audit,
      Mail mail,
      Texts texts,
      InstallationSecret secret) {
    this.database = database;
    this.random = random;
    this.audit = audit;
    this.mail = mail;
    this.texts = texts;
    this.ballots = new Ballots(secret);
  }

  /**
   * Gives out personal links. Only their hashes are kept: the answer is the one chance to have
   * them.
   */
  public List<PersonalLink> invite(Actor actor, SurveyId id, Invitees invitees, String baseUrl) {
    Permission.LEAD_STUDIES.require(actor);
    return database.transaction(tx -> {
      var survey = surveys.hold(tx, id).open();
      var links =
          invitees.people().stream()
              .map(invitee -> invite(tx, survey, invitee, invitees.byMail(), baseUrl))
              .toList();
      audit.record(
          tx,
          actor,
          "survey.invite",
          Subject.of("survey", id.value()),
          Map.of("links", links.size(), "byMail", invitees.byMail()));
      return links;
    });
  }

  private PersonalLink invite(
      Tx tx, Survey survey, Invitee invitee, boolean byMail, String baseUrl) {
    var token = Sha256.newToken(random);
    var link = baseUrl + survey.path() + "#" + token;
    repository.insert(tx, survey.id(), invitee, token);
    if (byMail) mail(tx, survey, invitee, link);
    return new PersonalLink(
        invitee.label(), invitee.email(), Optional.of(link).filter(_ -> !byMail));
  }

  private void mail(Tx tx, Survey survey, Invitee invitee, String link) {
    var contents = survey.questionnaire().contents();
    var values = Map.of("title", contents.title(), "link", link);
    mail.write(
        tx,
        invitee
            .email()
            .orElseThrow(() ->
                new Refusal.BrokenRule("anAddressIsMissing", Map.of("label", invitee.label()))),
        texts.text(contents.language(), "mail.survey.subject", values),
        texts.text(contents.language(), "mail.survey.body", values));
  }

  public List<InvitationView> listInvitations(Actor actor, SurveyId id) {
    Permission.LEAD_STUDIES.require(actor);
    return database.transaction(tx -> {
      surveys.survey(tx, id);
      return repository.ofSurvey(tx, id);
    });
  }

  /** A peer's browser says that this link was used; believed only when its key is spent. */
  public void confirm(Actor visitor, SurveyId id, String token) {
    database.run(tx -> {
      var ballot = ballots.of(id, Channel.PERSONAL, token);
      if (answers.outcome(tx, ballot).isEmpty()) return;
      repository.findByToken(tx, id, token).ifPresent(invitation -> remember(id, invitation));
    });
  }

  private void remember(SurveyId id, UUID invitation) {
    answered.computeIfAbsent(id, _ -> ConcurrentHashMap.newKeySet()).add(invitation);
  }

  /** Notes what is known to be answered, survey by survey, where enough has come together. */
  public void settle(Actor program) {
    Permission.LEAD_STUDIES.require(program);
    for (var id : Set.copyOf(answered.keySet())) {
      var enough =
          Math.max(
              AnswerService.SMALLEST_BATCH,
              database.transaction(tx -> repository.answered(tx, id)) / 10);
      if (answered.getOrDefault(id, Set.of()).size() >= enough)
        database.run(tx -> {
          if (surveys.lockForSettling(tx, id).state() == SurveyState.OPEN) finish(tx, id);
        });
    }
  }

  /** Notes all that is known to be answered. */
  void finish(Tx tx, SurveyId id) {
    var known = Optional.ofNullable(answered.remove(id)).orElse(Set.of());
    repository.setAnswered(tx, id, known);
  }
}
