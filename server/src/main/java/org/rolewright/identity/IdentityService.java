package org.rolewright.identity;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rolewright.platform.PersonId;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.Sha256;
import org.rolewright.platform.db.Tx;

/** Building blocks about people; the use cases with their permissions are in {@code access}. */
public final class IdentityService {
  /** How long a session lasts without a new sign-in. */
  public static final Duration SESSION = Duration.ofHours(12);

  private static final int FREE_TRIES = 5;
  private final InstantSource clock;
  private final SecureRandom random;
  private final Passwords passwords;
  private final IdentityRepository repository = new IdentityRepository();

  public IdentityService(InstantSource clock, SecureRandom random, PasswordWork work) {
    this.clock = clock;
    this.random = random;
    passwords = new Passwords(work);
  }

  /** Enters a person with a password. */
  public Person enter(Tx tx, String name, String email, String password) {
    var person = new Person(new PersonId(UUID.randomUUID()), name.strip(), email.strip());
    repository.insert(tx, person, passwords.hash(password), clock.instant());
    return person;
  }

  public Optional<Person> findPerson(Tx tx, String email) {
    return repository.byEmail(tx, email.strip());
  }

  public Person person(Tx tx, PersonId id) {
    return repository.byId(tx, id).orElseThrow(() -> new Refusal.NotFound("person"));
  }

  public List<Person> listPeople(Tx tx) {
    return repository.all(tx);
  }

  /**
   * Checks a password and counts wrong ones, so the transaction must end well either way.
   *
   * @return the person; empty when address and password do not belong together, or the account
   *     waits
   */
  public Optional<Person> checkPassword(Tx tx, String email, String password) {
    var found = repository.lockAccount(tx, email.strip());
    if (found.isEmpty()) {
      passwords.waste(password);
      return Optional.empty();
    }
    var account = found.get();
    var now = clock.instant();
    if (account.lockedUntil().filter(now::isBefore).isPresent()) return Optional.empty();
    if (passwords.matches(password, account.passwordHash())) {
      repository.resetFailures(tx, account.person());
      return repository.byId(tx, account.person());
    }
    var failures = account.failedAttempts() + 1;
    var wait = Duration.ofSeconds(1L << Math.min(12, Math.max(0, failures - FREE_TRIES)));
    repository.countFailure(
        tx,
        account.person(),
        failures < FREE_TRIES ? Optional.empty() : Optional.of(now.plus(wait)));
    return Optional.empty();
  }

  /** Begins a session and returns its token, which is not kept. */
  public String openSession(Tx tx, PersonId person) {
    var token = Sha256.newToken(random);
    var now = clock.instant();
    repository.dropEndedSessions(tx, now);
    repository.insertSession(tx, Sha256.of(token), person, now, now.plus(SESSION));
    return token;
  }

  public Optional<Person> signedIn(Tx tx, String token) {
    return repository.bySession(tx, Sha256.of(token), clock.instant());
  }

  public void closeSession(Tx tx, String token) {
    repository.deleteSession(tx, Sha256.of(token));
  }
}
