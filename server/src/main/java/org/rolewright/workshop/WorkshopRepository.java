package org.rolewright.workshop;

import static org.rolewright.db.workshop.Tables.DOMAIN;
import static org.rolewright.db.workshop.Tables.STATEMENT;
import static org.rolewright.db.workshop.Tables.STATEMENT_VERSION;
import static org.rolewright.db.workshop.Tables.TASK_KSA;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.rolewright.platform.Actor;
import org.rolewright.platform.PersonId;
import org.rolewright.platform.db.Tx;
import org.rolewright.study.StudyId;

/** Rows of the schema {@code workshop}: domains, statements with their wordings, links. */
final class WorkshopRepository {

  /** Lets one change of a study's board happen after the other. */
  void lockBoard(Tx tx, StudyId study) {
    tx.sql()
        .select(
            DSL.field(
                "pg_advisory_xact_lock(hashtextextended({0}, 0))",
                DSL.val("board " + study.value())))
        .fetch();
  }

  Board board(Tx tx, StudyId study) {
    return new Board(domains(tx, study), statements(tx, study), links(tx, study));
  }

  List<Domain> domains(Tx tx, StudyId study) {
    return tx.sql()
        .selectFrom(DOMAIN)
        .where(DOMAIN.STUDY_ID.eq(study.value()))
        .orderBy(DOMAIN.POSITION, DOMAIN.ID)
        .fetch(row ->
            new Domain(
                new DomainId(row.getId()),
                row.getTitle(),
                row.getDefinition(),
                Optional.ofNullable(row.getDroppedReason()),
                row.getVersion()));
  }

  List<Statement> statements(Tx tx, StudyId study) {
    return tx.sql()
        .select(STATEMENT.fields())
        .select(STATEMENT_VERSION.TEXT, STATEMENT_VERSION.AUTHOR, STATEMENT_VERSION.WRITTEN_AT)
        .from(STATEMENT)
        .join(STATEMENT_VERSION)
        .on(
            STATEMENT_VERSION.STATEMENT_ID.eq(STATEMENT.ID),
            STATEMENT_VERSION.NUMBER.eq(STATEMENT.WORDING))
        .where(STATEMENT.STUDY_ID.eq(study.value()))
        .orderBy(STATEMENT.POSITION, STATEMENT.ID)
        .fetch(WorkshopRepository::statement);
  }

  private static Statement statement(Record row) {
    return new Statement(
        row.get(STATEMENT.ID),
        StatementKind.valueOf(row.get(STATEMENT.KIND)),
        Optional.ofNullable(row.get(STATEMENT.DOMAIN_ID)).map(DomainId::new),
        row.get(STATEMENT_VERSION.TEXT),
        row.get(STATEMENT.SOURCE),
        row.get(STATEMENT.WORDING),
        row.get(STATEMENT_VERSION.AUTHOR),
        row.get(STATEMENT_VERSION.WRITTEN_AT).toInstant(),
        Optional.ofNullable(row.get(STATEMENT.DROPPED_REASON)),
        row.get(STATEMENT.VERSION));
  }

  /** The links between statements that stand. */
  private static List<Link> links(Tx tx, StudyId study) {
    var task = STATEMENT.as("task");
    var ksa = STATEMENT.as("ksa");
    return tx.sql()
        .select(TASK_KSA.TASK_ID, TASK_KSA.KSA_ID)
        .from(TASK_KSA)
        .join(task)
        .on(task.ID.eq(TASK_KSA.TASK_ID), task.DROPPED_REASON.isNull())
        .join(ksa)
        .on(ksa.ID.eq(TASK_KSA.KSA_ID), ksa.DROPPED_REASON.isNull())
        .where(task.STUDY_ID.eq(study.value()))
        .orderBy(task.POSITION, task.ID, ksa.POSITION, ksa.ID)
        .fetch(row -> new Link(new TaskId(row.value1()), new KsaId(row.value2())));
  }

  /** Adds a domain after all others. Whether it was new. */
  boolean insert(Tx tx, StudyId study, Domain domain) {
    return tx.sql()
            .insertInto(DOMAIN)
            .set(DOMAIN.ID, domain.id().value())
            .set(DOMAIN.STUDY_ID, study.value())
            .set(DOMAIN.TITLE, domain.title())
            .set(DOMAIN.DEFINITION, domain.definition())
            .set(
                DOMAIN.POSITION,
                DSL.field(
                    DSL.select(DSL.coalesce(DSL.max(DOMAIN.POSITION), -1).plus(1))
                        .from(DOMAIN)
                        .where(DOMAIN.STUDY_ID.eq(study.value()))))
            .onConflictDoNothing()
            .execute()
        == 1;
  }

  void update(Tx tx, Domain domain) {
    tx.sql()
        .update(DOMAIN)
        .set(DOMAIN.TITLE, domain.title())
        .set(DOMAIN.DEFINITION, domain.definition())
        .set(DOMAIN.DROPPED_REASON, domain.dropped().orElse(null))
        .set(DOMAIN.VERSION, DOMAIN.VERSION.plus(1))
        .where(DOMAIN.ID.eq(domain.id().value()))
        .execute();
  }

  void placeDomains(Tx tx, List<DomainId> order) {
    for (int at = 0; at < order.size(); at++)
      tx.sql()
          .update(DOMAIN)
          .set(DOMAIN.POSITION, at)
          .where(DOMAIN.ID.eq(order.get(at).value()), DOMAIN.POSITION.ne(at))
          .execute();
  }

  /** Adds a statement after all others. Whether it was new. */
  boolean insert(Tx tx, StudyId study, StatementInput input) {
    return tx.sql()
            .insertInto(STATEMENT)
            .set(STATEMENT.ID, input.id())
            .set(STATEMENT.STUDY_ID, study.value())
            .set(STATEMENT.KIND, input.kind().name())
            .set(STATEMENT.DOMAIN_ID, input.domain().map(DomainId::value).orElse(null))
            .set(STATEMENT.POSITION, afterLast(study))
            .set(STATEMENT.SOURCE, input.source())
            .onConflictDoNothing()
            .execute()
        == 1;
  }

  void insertWording(Tx tx, UUID statement, Wording wording, Actor author) {
    tx.sql()
        .insertInto(STATEMENT_VERSION)
        .set(STATEMENT_VERSION.STATEMENT_ID, statement)
        .set(STATEMENT_VERSION.NUMBER, wording.number())
        .set(STATEMENT_VERSION.TEXT, wording.text())
        .set(STATEMENT_VERSION.AUTHOR_ID, author.person().map(PersonId::value).orElse(null))
        .set(STATEMENT_VERSION.AUTHOR, wording.author())
        .set(STATEMENT_VERSION.WRITTEN_AT, wording.writtenAt().atOffset(ZoneOffset.UTC))
        .execute();
  }

  void useWording(Tx tx, UUID statement, int number) {
    tx.sql()
        .update(STATEMENT)
        .set(STATEMENT.WORDING, number)
        .set(STATEMENT.VERSION, STATEMENT.VERSION.plus(1))
        .where(STATEMENT.ID.eq(statement))
        .execute();
  }

  void setDropped(Tx tx, UUID statement, Optional<String> reason) {
    tx.sql()
        .update(STATEMENT)
        .set(STATEMENT.DROPPED_REASON, reason.orElse(null))
        .set(STATEMENT.VERSION, STATEMENT.VERSION.plus(1))
        .where(STATEMENT.ID.eq(statement))
        .execute();
  }

  /** Puts a task behind all others, in a domain. */
  void moveLast(Tx tx, StudyId study, UUID task, DomainId domain) {
    tx.sql()
        .update(STATEMENT)
        .set(STATEMENT.DOMAIN_ID, domain.value())
        .set(STATEMENT.POSITION, afterLast(study))
        .set(STATEMENT.VERSION, STATEMENT.VERSION.plus(1))
        .where(STATEMENT.ID.eq(task))
        .execute();
  }

  private static Field<Integer> afterLast(StudyId study) {
    return DSL.field(
        DSL.select(DSL.coalesce(DSL.max(STATEMENT.POSITION), -1).plus(1))
            .from(STATEMENT)
            .where(STATEMENT.STUDY_ID.eq(study.value())));
  }

  /** Puts statements in this order, tasks into this domain. */
  void placeStatements(Tx tx, Optional<DomainId> domain, List<UUID> order) {
    for (int at = 0; at < order.size(); at++)
      tx.sql()
          .update(STATEMENT)
          .set(STATEMENT.POSITION, at)
          .set(STATEMENT.DOMAIN_ID, domain.map(DomainId::value).orElse(null))
          .where(
              STATEMENT.ID.eq(order.get(at)),
              STATEMENT
                  .POSITION
                  .ne(at)
                  .or(STATEMENT.DOMAIN_ID.isDistinctFrom(domain.map(DomainId::value).orElse(null))))
          .execute();
  }

  /** Every wording, the newest first. */
  List<Wording> wordings(Tx tx, StudyId study, UUID statement) {
    return tx.sql()
        .select(STATEMENT_VERSION.fields())
        .from(STATEMENT_VERSION)
        .join(STATEMENT)
        .on(STATEMENT.ID.eq(STATEMENT_VERSION.STATEMENT_ID))
        .where(STATEMENT.STUDY_ID.eq(study.value()), STATEMENT.ID.eq(statement))
        .orderBy(STATEMENT_VERSION.NUMBER.desc())
        .fetch(row ->
            new Wording(
                row.get(STATEMENT_VERSION.NUMBER),
                row.get(STATEMENT_VERSION.TEXT),
                row.get(STATEMENT_VERSION.AUTHOR),
                row.get(STATEMENT_VERSION.WRITTEN_AT).toInstant()));
  }

  void link(Tx tx, Link link) {
    tx.sql()
        .insertInto(TASK_KSA)
        .set(TASK_KSA.TASK_ID, link.task().value())
        .set(TASK_KSA.KSA_ID, link.ksa().value())
        .onConflictDoNothing()
        .execute();
  }

  void unlink(Tx tx, Link link) {
    tx.sql()
        .deleteFrom(TASK_KSA)
        .where(TASK_KSA.TASK_ID.eq(link.task().value()), TASK_KSA.KSA_ID.eq(link.ksa().value()))
        .execute();
  }
}
