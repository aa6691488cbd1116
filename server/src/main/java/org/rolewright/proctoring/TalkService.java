package org.rolewright.proctoring;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.rolewright.access.Permission;
import org.rolewright.audit.AuditService;
import org.rolewright.audit.Subject;
import org.rolewright.delivery.ConductService;
import org.rolewright.delivery.SittingId;
import org.rolewright.identity.IdentityService;
import org.rolewright.identity.Person;
import org.rolewright.platform.Actor;
import org.rolewright.platform.PersonId;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.db.Database;
import org.rolewright.platform.db.Tx;
import org.rolewright.proctoring.ProctoringRepository.Written;

/** What candidate and proctor write to each other; the transcript stays. */
public final class TalkService {
  /** More than this from one candidate is no longer talk. */
  private static final int MOST = 200;

  private final Database database;
  private final InstantSource clock;
  private final AuditService audit;
  private final IdentityService identity;
  private final ConductService conduct;
  private final ProctoringRepository repository = new ProctoringRepository();

  public TalkService(
      Database database,
      InstantSource clock,
      AuditService audit,
      IdentityService identity,
      ConductService conduct) {
    this.database = database;
    this.clock = clock;
    this.audit = audit;
    this.identity = identity;
    this.conduct = conduct;
  }

  /** What a candidate sees: proctors have no names there. */
  List<Message> listMessages(Actor visitor, String token) {
    return database.transaction(tx ->
        repository.messages(tx, conduct.ofToken(tx, token).id()).stream()
            .map(written -> message(written, Optional.empty()))
            .toList());
  }

  /** The candidate writes. */
  void write(Actor visitor, String token, UUID id, String text) {
    database.run(tx -> {
      var sitting = conduct.ofToken(tx, token).id();
      if (repository.written(tx, sitting) >= MOST) throw new Refusal.Conflict("tooManyMessages");
      repository.insert(tx, sitting, new Written(id, Optional.empty(), text, clock.instant()));
    });
  }

  /** The transcript, for proctors; what the candidate wrote counts as read. */
  public List<Message> transcript(Actor actor, SittingId sitting) {
    Permission.PROCTOR_EXAMS.require(actor);
    return database.transaction(tx -> {
      conduct.sitting(tx, sitting);
      repository.read(tx, sitting, clock.instant());
      audit.record(
          tx, actor, "proctoring.readTranscript", Subject.of("sitting", sitting.value()), Map.of());
      return repository.messages(tx, sitting).stream()
          .map(written -> message(written, written.person().map(id -> name(tx, id))))
          .toList();
    });
  }

  private String name(Tx tx, PersonId id) {
    Person person = identity.person(tx, id);
    return person.name();
  }

  private static Message message(Written written, Optional<String> name) {
    return new Message(
        written.id(),
        written.person().isPresent() ? "proctor" : "candidate",
        name,
        written.text(),
        written.at());
  }
}
