package org.rolewright.access;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.rolewright.audit.AuditEntry;
import org.rolewright.audit.AuditService;
import org.rolewright.audit.Subject;
import org.rolewright.audit.Verification;
import org.rolewright.identity.IdentityService;
import org.rolewright.identity.Person;
import org.rolewright.platform.Actor;
import org.rolewright.platform.PersonId;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.Role;
import org.rolewright.platform.Sha256;
import org.rolewright.platform.db.Database;
import org.rolewright.platform.db.Tx;
import org.rolewright.platform.mail.Letter;
import org.rolewright.platform.mail.Mail;
import org.rolewright.platform.text.Language;
import org.rolewright.platform.text.Texts;

/** How people get in, and the administrators' room. */
public final class AccessService {
  /** How long an invitation can be accepted. */
  static final Duration INVITATION = Duration.ofDays(30);

  private final Database database;
  private final InstantSource clock;
  private final SecureRandom random;
  private final IdentityService identity;
  private final AuditService audit;
  private final Mail mail;
  private final Texts texts;
  private final AccessRepository repository = new AccessRepository();

  public AccessService(
      Database database,
      InstantSource clock,
      SecureRandom random,
      IdentityService identity,
      AuditService audit,
      Mail mail,
      Texts texts) {
    this.database = database;
    this.clock = clock;
    this.random = random;
    this.identity = identity;
    this.audit = audit;
    this.mail = mail;
    this.texts = texts;
  }

  /** Begins a session with address and password. */
  public SignedIn signIn(Actor visitor, String email, String password) {
    var person = database.transaction(tx -> identity.checkPassword(tx, email, password));
    return database.transaction(
        tx -> begin(tx, person.orElseThrow(() -> new Refusal.Conflict("wrongPassword"))));
  }

  private SignedIn begin(Tx tx, Person person) {
    var session = identity.openSession(tx, person.id());
    return new SignedIn(session, PersonView.of(person, repository.roles(tx, person.id())));
  }

  public void signOut(Actor actor, Optional<String> token) {
    database.run(tx -> token.ifPresent(session -> identity.closeSession(tx, session)));
  }

  /** Who is signed in with a session token. */
  public Optional<Actor> actor(Actor visitor, String token) {
    return database.transaction(
        tx -> identity.signedIn(tx, token).map(person -> actor(tx, person)));
  }

  /** A person with the roles held, as one who acts. */
  public Actor actor(Tx tx, Person person) {
    return new Actor.Person(
        person.id(), person.name(), person.email(), repository.roles(tx, person.id()));
  }

  /** The same, for a job that acts on somebody's behalf. */
  public Actor actor(Tx tx, PersonId person) {
    return actor(tx, identity.person(tx, person));
  }

  /**
   * A new set-up link, which makes every earlier one useless; empty once an administrator was made
   * with one.
   *
   * @return the token of the link
   */
  public Optional<String> newSetupLink(Actor program) {
    return database.transaction(tx -> {
      if (repository.setupDone(tx)) return Optional.empty();
      var token = Sha256.newToken(random);
      repository.insertSetupLink(tx, Sha256.of(token), clock.instant());
      return Optional.of(token);
    });
  }

  public void checkSetupLink(Actor visitor, String token) {
    database.run(tx -> {
      if (!repository.setupOpen(tx, Sha256.of(token))) throw new Refusal.NotFound("setupLink");
    });
  }

  /** Makes the first administrator, who is a certification expert too, and signs them in. */
  public SignedIn setUp(Actor visitor, String token, NewAccount account) {
    return database.transaction(tx -> {
      if (!repository.useSetupLink(tx, Sha256.of(token), clock.instant()))
        throw new Refusal.NotFound("setupLink");
      var person =
          join(tx, account, account.email(), Role.ADMINISTRATOR, Role.CERTIFICATION_EXPERT);
      var signedIn = begin(tx, person);
      audit.record(
          tx,
          actor(tx, person),
          "access.setUp",
          Subject.of("person", person.id().value()),
          Map.of());
      return signedIn;
    });
  }

  /** Enters a person with roles. */
  public Person join(Tx tx, NewAccount account, String email, Role... roles) {
    var person = identity.enter(tx, account.name(), email, account.password());
    for (var role : roles) repository.grant(tx, person.id(), role);
    return person;
  }

  /**
   * Asks a colleague to join: the link is shown once, and mailed. Where two people sign, nobody
   * makes the second one: all roles but subject-matter expert are given out by administrators.
   */
  public Invitation invite(Actor actor, InvitationInput input, String baseUrl, Language language) {
    Permission.INVITE.require(actor);
    if (input.role() != Role.SME) Permission.APPOINT.require(actor);
    return database.transaction(tx -> {
      if (identity.findPerson(tx, input.email()).isPresent())
        throw new Refusal.Conflict("alreadyAColleague");
      var token = Sha256.newToken(random);
      var link = baseUrl + "/account/#/invitation/" + token;
      var invitation = new Invitation(UUID.randomUUID(), input.email().strip(), input.role(), link);
      repository.insert(
          tx, invitation, Sha256.of(token), actor.person().orElseThrow(), clock.instant());
      mail.write(
          tx,
          invitation.email(),
          texts.text(language, "mail.invitation.subject"),
          texts.text(language, "mail.invitation.body", Map.of("link", link)));
      audit.record(
          tx,
          actor,
          "access.invite",
          Subject.of("invitation", invitation.id()),
          Map.of("role", input.role().code()));
      return invitation;
    });
  }

  public Invitation openInvitation(Actor visitor, String token) {
    return database.transaction(tx -> {
      var found = open(tx, token);
      return new Invitation(found.id(), found.email(), found.role(), "");
    });
  }

  public SignedIn acceptInvitation(Actor visitor, String token, NewAccount account) {
    return database.transaction(tx -> {
      var invitation = open(tx, token);
      var person = join(tx, account, invitation.email(), invitation.role());
      repository.accept(tx, invitation.id(), person.id());
      var signedIn = begin(tx, person);
      audit.record(
          tx,
          actor(tx, person),
          "access.join",
          Subject.of("person", person.id().value()),
          Map.of("role", invitation.role().code()));
      return signedIn;
    });
  }

  private AccessRepository.StoredInvitation open(Tx tx, String token) {
    return repository
        .lockInvitation(tx, Sha256.of(token), clock.instant())
        .filter(AccessRepository.StoredInvitation::open)
        .orElseThrow(() -> new Refusal.NotFound("invitation"));
  }

  public List<PersonView> listPeople(Actor actor) {
    Permission.READ_PEOPLE.require(actor);
    return database.transaction(tx ->
        identity.listPeople(tx).stream()
            .map(person -> PersonView.of(person, repository.roles(tx, person.id())))
            .toList());
  }

  /** Everybody whose roles allow something, by name. */
  public List<PersonView> listPeopleWho(Tx tx, Permission permission) {
    return identity.listPeople(tx).stream()
        .map(person -> PersonView.of(person, repository.roles(tx, person.id())))
        .filter(person -> permission.isGivenTo(person.roles()))
        .toList();
  }

  /** Name of a person, for a page that shows who did something. */
  public String name(Tx tx, PersonId person) {
    return identity.person(tx, person).name();
  }

  /** Everybody whose roles allow something. */
  public List<Actor.Person> listHolders(Tx tx, Permission permission) {
    return identity.listPeople(tx).stream()
        .map(person -> (Actor.Person) actor(tx, person))
        .filter(permission::granted)
        .toList();
  }

  public List<Letter> listOutbox(Actor actor) {
    Permission.READ_OUTBOX.require(actor);
    return database.transaction(mail::listLetters);
  }

  public List<AuditEntry> listAuditEntries(Actor actor, long before, int limit) {
    Permission.READ_AUDIT.require(actor);
    return database.transaction(tx -> audit.listEntries(tx, before, limit));
  }

  public Verification verifyAudit(Actor actor) {
    Permission.READ_AUDIT.require(actor);
    return database.snapshot(audit::verify);
  }
}
