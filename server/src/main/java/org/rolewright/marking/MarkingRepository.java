package org.rolewright.marking;

import static org.rolewright.db.marking.Tables.KEY_CHANGE;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.JSONB;
import org.rolewright.db.marking.tables.records.KeyChangeRecord;
import org.rolewright.form.FormId;
import org.rolewright.itembank.ItemVersionId;
import org.rolewright.platform.PersonId;
import org.rolewright.platform.db.Tx;
import org.rolewright.platform.json.Json;

/** Rows of the schema {@code marking}. */
final class MarkingRepository {
  private static final TypeReference<List<JsonNode>> RESPONSES = new TypeReference<>() {};

  /** A change as stored: persons by their identity only. */
  record Stored(
      UUID id,
      FormId form,
      ItemVersionId version,
      KeyRule rule,
      String reason,
      PersonId proposedBy,
      Instant proposedAt,
      Optional<Verdict> verdict) {}

  /** What was decided. */
  record Verdict(boolean agreed, String because, PersonId by, Instant at) {}

  /** Stores a proposal; false when it is stored. */
  boolean insert(Tx tx, Stored change) {
    return tx.sql()
            .insertInto(KEY_CHANGE)
            .set(KEY_CHANGE.ID, change.id())
            .set(KEY_CHANGE.FORM_ID, change.form().value())
            .set(KEY_CHANGE.VERSION_ID, change.version().value())
            .set(KEY_CHANGE.KIND, change.rule().kind().code())
            .set(KEY_CHANGE.RESPONSES, JSONB.valueOf(Json.write(change.rule().responses())))
            .set(KEY_CHANGE.REASON, change.reason())
            .set(KEY_CHANGE.PROPOSED_BY, change.proposedBy().value())
            .set(KEY_CHANGE.PROPOSED_AT, change.proposedAt().atOffset(ZoneOffset.UTC))
            .onConflict(KEY_CHANGE.ID)
            .doNothing()
            .execute()
        == 1;
  }

  void decide(Tx tx, UUID id, Verdict verdict) {
    tx.sql()
        .update(KEY_CHANGE)
        .set(KEY_CHANGE.AGREED, verdict.agreed())
        .set(KEY_CHANGE.DECIDED_BECAUSE, verdict.because())
        .set(KEY_CHANGE.DECIDED_BY, verdict.by().value())
        .set(KEY_CHANGE.DECIDED_AT, verdict.at().atOffset(ZoneOffset.UTC))
        .where(KEY_CHANGE.ID.eq(id))
        .execute();
  }

  Optional<Stored> find(Tx tx, UUID id) {
    return where(tx, KEY_CHANGE.ID.eq(id)).stream().findFirst();
  }

  /** Changes for a form, the oldest decision first, then what waits. */
  List<Stored> ofForm(Tx tx, FormId form) {
    return where(tx, KEY_CHANGE.FORM_ID.eq(form.value()));
  }

  private static List<Stored> where(Tx tx, Condition condition) {
    return tx.sql()
        .selectFrom(KEY_CHANGE)
        .where(condition)
        .orderBy(KEY_CHANGE.DECIDED_AT.asc().nullsLast(), KEY_CHANGE.PROPOSED_AT, KEY_CHANGE.ID)
        .fetch(MarkingRepository::stored);
  }

  private static Stored stored(KeyChangeRecord row) {
    return new Stored(
        row.getId(),
        new FormId(row.getFormId()),
        new ItemVersionId(row.getVersionId()),
        new KeyRule(
            KeyRule.Kind.of(row.getKind()), Json.read(row.getResponses().data(), RESPONSES)),
        row.getReason(),
        new PersonId(row.getProposedBy()),
        row.getProposedAt().toInstant(),
        Optional.ofNullable(row.getAgreed())
            .map(agreed ->
                new Verdict(
                    agreed,
                    Optional.ofNullable(row.getDecidedBecause()).orElse(""),
                    new PersonId(row.getDecidedBy()),
                    row.getDecidedAt().toInstant())));
  }
}
