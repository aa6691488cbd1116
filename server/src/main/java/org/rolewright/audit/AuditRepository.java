package org.rolewright.audit;

import static org.rolewright.db.audit.Tables.ENTRY;
import static org.rolewright.db.audit.Tables.HEAD;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jooq.JSONB;
import org.jooq.Record;
import org.rolewright.db.audit.tables.records.EntryRecord;
import org.rolewright.platform.db.Tx;
import org.rolewright.platform.json.Json;

/** Rows of the schema {@code audit}. */
final class AuditRepository {

  record Head(long number, byte[] hash) {}

  Head lockHead(Tx tx) {
    return tx.sql().selectFrom(HEAD).forUpdate().fetchSingle(this::head);
  }

  Head head(Tx tx) {
    return tx.sql().selectFrom(HEAD).fetchSingle(this::head);
  }

  private Head head(Record row) {
    return new Head(row.get(HEAD.NUMBER), row.get(HEAD.HASH));
  }

  /** An entry, and the head of the trail before it. */
  record Added(Head previous, String canonical, byte[] hash) {}

  void append(Tx tx, List<Added> entries, Head head) {
    tx.sql().batchInsert(entries.stream().map(AuditRepository::row).toList()).execute();
    tx.sql().update(HEAD).set(HEAD.NUMBER, head.number()).set(HEAD.HASH, head.hash()).execute();
  }

  private static EntryRecord row(Added added) {
    var act = Json.tree(added.canonical);
    var row = new EntryRecord();
    row.setNumber(act.get("number").asLong());
    row.setAt(Instant.parse(act.get("at").asText()).atOffset(ZoneOffset.UTC));
    row.setActor(uuid(act.path("actor")));
    row.setActorRole(act.get("role").asText());
    row.setAction(act.get("action").asText());
    row.setSubjectKind(act.get("subjectKind").asText());
    row.setSubject(uuid(act.path("subject")));
    row.setDetail(JSONB.valueOf(act.get("detail").toString()));
    row.setCanonical(added.canonical);
    row.setPreviousHash(added.previous.hash());
    row.setHash(added.hash);
    return row;
  }

  private static UUID uuid(JsonNode node) {
    return node.isMissingNode() ? null : UUID.fromString(node.asText());
  }

  List<AuditEntry> page(Tx tx, long before, int limit) {
    return tx.sql()
        .selectFrom(ENTRY)
        .where(ENTRY.NUMBER.lt(before))
        .orderBy(ENTRY.NUMBER.desc())
        .limit(limit)
        .fetch(this::entry);
  }

  List<AuditEntry> ofSubject(Tx tx, UUID subject) {
    return tx.sql()
        .selectFrom(ENTRY)
        .where(ENTRY.SUBJECT.eq(subject))
        .orderBy(ENTRY.NUMBER)
        .fetch(this::entry);
  }

  void forEach(Tx tx, Consumer<ChainCheck.Stored> reader) {
    try (var rows = tx.sql().selectFrom(ENTRY).orderBy(ENTRY.NUMBER).fetchSize(1000).fetchLazy()) {
      for (Record row : rows)
        reader.accept(
            new ChainCheck.Stored(
                row.get(ENTRY.NUMBER),
                row.get(ENTRY.PREVIOUS_HASH),
                row.get(ENTRY.HASH),
                row.get(ENTRY.CANONICAL),
                columns(row)));
    }
  }

  /** The columns in the shape of the hashed text. */
  private static ObjectNode columns(Record row) {
    var node = Json.mapper().createObjectNode();
    node.put("action", row.get(ENTRY.ACTION));
    Optional.ofNullable(row.get(ENTRY.ACTOR)).ifPresent(id -> node.put("actor", id.toString()));
    node.put("at", row.get(ENTRY.AT).toInstant().truncatedTo(ChronoUnit.MICROS).toString());
    node.set("detail", Json.tree(row.get(ENTRY.DETAIL).data()));
    node.put("number", row.get(ENTRY.NUMBER).intValue());
    node.put("role", row.get(ENTRY.ACTOR_ROLE));
    Optional.ofNullable(row.get(ENTRY.SUBJECT)).ifPresent(id -> node.put("subject", id.toString()));
    node.put("subjectKind", row.get(ENTRY.SUBJECT_KIND));
    return node;
  }

  private AuditEntry entry(Record row) {
    return new AuditEntry(
        row.get(ENTRY.NUMBER),
        row.get(ENTRY.AT).toInstant(),
        Optional.ofNullable(row.get(ENTRY.ACTOR)),
        row.get(ENTRY.ACTOR_ROLE),
        row.get(ENTRY.ACTION),
        row.get(ENTRY.SUBJECT_KIND),
        Optional.ofNullable(row.get(ENTRY.SUBJECT)),
        Json.tree(row.get(ENTRY.DETAIL).data()),
        HexFormat.of().formatHex(row.get(ENTRY.HASH)));
  }
}
