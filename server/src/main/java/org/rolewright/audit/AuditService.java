package org.rolewright.audit;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
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

  /** Something that was done, to be added to the trail. */
  public record Act(Actor actor, String action, Subject subject, Map<String, ?> detail) {}

  /**
   * Adds an act to the trail; it stands only if the transaction ends well. The last call of a use
   * case, because it waits for the acts of others.
   */
  public void record(Tx tx, Actor actor, String action, Subject subject, Map<String, ?> detail) {
    record(tx, List.of(new Act(actor, action, subject, detail)));
  }

  /** As {@link #record(Tx, Actor, String, Subject, Map)} for many acts, in this order. */
  public void record(Tx tx, List<Act> acts) {
    if (acts.isEmpty()) return;
    var head = repository.lockHead(tx);
    var entries = new ArrayList<AuditRepository.Added>(acts.size());
    for (var act : acts) {
      var canonical = canonical(head.number() + 1, act);
      var hash = Sha256.of(head.hash(), bytes(canonical));
      entries.add(new AuditRepository.Added(head, canonical, hash));
      head = new AuditRepository.Head(head.number() + 1, hash);
    }
    repository.append(tx, entries, head);
  }

  private String canonical(long number, Act act) {
    var entry = new TreeMap<String, Object>();
    entry.put("number", number);
    entry.put("at", clock.instant().truncatedTo(ChronoUnit.MICROS).toString());
    act.actor.person().map(PersonId::value).ifPresent(id -> entry.put("actor", id));
    entry.put("role", act.actor.roleText());
    entry.put("action", act.action);
    entry.put("subjectKind", act.subject.kind());
    act.subject.id().ifPresent(id -> entry.put("subject", id));
    entry.put("detail", act.detail);
    return Json.canonical(entry);
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
