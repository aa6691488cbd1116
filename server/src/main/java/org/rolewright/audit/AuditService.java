package org.rolewright.audit;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.rolewright.platform.Actor;
import org.rolewright.platform.PersonId;
import org.rolewright.platform.Sha256;
import org.rolewright.platform.db.Tx;
import org.rolewright.platform.json.Json;

/** Writes and checks the trail. */
public final class AuditService {
  private final InstantSource clock;
  private final AuditRepository repository = new AuditRepository();

  public AuditService(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Adds an act to the trail; it stands only if the transaction ends well. The last call of a use
   * case, because it waits for the acts of others.
   */
  public void record(Tx tx, Actor actor, String action, Subject subject, Map<String, ?> detail) {
    var head = repository.lockHead(tx);
    var act = new TreeMap<String, Object>();
    act.put("number", head.number() + 1);
    act.put("at", clock.instant().truncatedTo(ChronoUnit.MICROS).toString());
    actor.person().map(PersonId::value).ifPresent(id -> act.put("actor", id));
    act.put("role", actor.roleText());
    act.put("action", action);
    act.put("subjectKind", subject.kind());
    subject.id().ifPresent(id -> act.put("subject", id));
    act.put("detail", detail);
    var canonical = Json.canonical(act);
    repository.append(tx, head, canonical, Sha256.of(head.hash(), bytes(canonical)));
  }

  /** A page of the trail, the newest first. */
  public List<AuditEntry> listEntries(Tx tx, long before, int limit) {
    return repository.page(tx, before, limit);
  }

  /** All acts on one thing, the oldest first. */
  public List<AuditEntry> listEntries(Tx tx, UUID subject) {
    return repository.ofSubject(tx, subject);
  }

  /**
   * Reads the whole trail and computes every hash again.
   *
   * @param tx a snapshot: an act that ends between the entries and the head would look like a fault
   */
  public Verification verify(Tx tx) {
    var check = new ChainCheck();
    repository.forEach(tx, check::next);
    var head = repository.head(tx);
    return check.result(head.number(), HexFormat.of().formatHex(head.hash()));
  }

  static byte[] bytes(String canonical) {
    return canonical.getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }
}
