package org.rolewright.itembank;

import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;
import static org.rolewright.db.itembank.Tables.ITEM;
import static org.rolewright.db.itembank.Tables.ITEM_VERSION;
import static org.rolewright.db.itembank.Tables.REFERENCE;
import static org.rolewright.db.itembank.Tables.SAVED_TEXT;
import static org.rolewright.db.itembank.Tables.VERSION_KSA;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Record3;
import org.jooq.Result;
import org.jooq.ResultQuery;
import org.jooq.impl.DSL;
import org.rolewright.blueprint.BlueprintId;
import org.rolewright.item.ItemContent;
import org.rolewright.item.Level;
import org.rolewright.item.Reference;
import org.rolewright.library.StimulusVersionId;
import org.rolewright.platform.PersonId;
import org.rolewright.platform.db.Tx;
import org.rolewright.platform.json.Json;
import org.rolewright.study.StudyId;
import org.rolewright.workshop.DomainId;
import org.rolewright.workshop.KsaId;
import org.rolewright.workshop.TaskId;

/** Rows of the schema {@code itembank}: items, their versions and texts. */
final class ItemRepository {
  private static final Field<Result<org.jooq.Record1<UUID>>> KSAS =
      multiset(
          select(VERSION_KSA.KSA_ID)
              .from(VERSION_KSA)
              .where(VERSION_KSA.VERSION_ID.eq(ITEM_VERSION.ID))
              .orderBy(VERSION_KSA.KSA_ID));
  private static final Field<? extends Result<? extends Record>> REFERENCES =
      multiset(
          select(REFERENCE.CITATION, REFERENCE.EDITION, REFERENCE.URL, REFERENCE.EXPIRES_ON)
              .from(REFERENCE)
              .where(REFERENCE.VERSION_ID.eq(ITEM_VERSION.ID))
              .orderBy(REFERENCE.POSITION));

  /** Holds the bank of a study until the transaction ends, to give codes. */
  void lockBank(Tx tx, StudyId study) {
    tx.sql()
        .select(
            DSL.function(
                "pg_advisory_xact_lock",
                Object.class,
                DSL.val(study.value().getMostSignificantBits())))
        .fetch();
  }

  /** The first free code of the row {@code I0001}, {@code I0002}, … */
  String nextCode(Tx tx, StudyId study) {
    int count = tx.sql().fetchCount(ITEM, ITEM.STUDY_ID.eq(study.value()));
    while (true) {
      var code = "I%04d".formatted(++count);
      if (!tx.sql().fetchExists(ITEM, ITEM.STUDY_ID.eq(study.value()), ITEM.CODE.eq(code)))
        return code;
    }
  }

  BankSize size(Tx tx, StudyId study) {
    var usable = ITEM_VERSION.STATE.in(ItemState.USABLE.stream().map(ItemState::code).toList());
    return tx.sql()
        .select(DSL.countDistinct(ITEM.ID), DSL.countDistinct(ITEM.ID).filterWhere(usable))
        .from(ITEM)
        .join(ITEM_VERSION)
        .on(ITEM_VERSION.ITEM_ID.eq(ITEM.ID))
        .where(ITEM.STUDY_ID.eq(study.value()))
        .fetchSingle(row -> new BankSize(row.value1(), row.value2()));
  }

  void insertItem(Tx tx, ItemVersion first) {
    tx.sql()
        .insertInto(ITEM)
        .set(ITEM.ID, first.item().value())
        .set(ITEM.STUDY_ID, first.study().value())
        .set(ITEM.CODE, first.code())
        .set(ITEM.AUTHOR_ID, person(first.author()))
        .set(ITEM.CREATED_AT, first.writtenAt().atOffset(ZoneOffset.UTC))
        .execute();
  }

  void insert(Tx tx, ItemVersion version, String plain) {
    tx.sql()
        .insertInto(ITEM_VERSION)
        .set(ITEM_VERSION.ID, version.id().value())
        .set(ITEM_VERSION.ITEM_ID, version.item().value())
        .set(ITEM_VERSION.NUMBER, version.number())
        .set(ITEM_VERSION.BLUEPRINT_ID, version.blueprint().value())
        .set(ITEM_VERSION.TASK_ID, version.task().value())
        .set(ITEM_VERSION.DOMAIN_ID, version.domain().value())
        .set(ITEM_VERSION.LEVEL, version.level().code())
        .set(ITEM_VERSION.CONTENT, json(version.content()))
        .set(ITEM_VERSION.STIMULUS_VERSION_ID, stimulus(version))
        .set(ITEM_VERSION.PLAIN, plain)
        .set(ITEM_VERSION.AUTHOR_ID, person(version.author()))
        .set(ITEM_VERSION.AUTHOR, version.author().name())
        .set(ITEM_VERSION.WRITTEN_AT, version.writtenAt().atOffset(ZoneOffset.UTC))
        .set(ITEM_VERSION.CHANGED_BY_ID, person(version.changedBy()))
        .set(ITEM_VERSION.CHANGED_BY, version.changedBy().name())
        .set(ITEM_VERSION.CHANGED_AT, version.changedAt().atOffset(ZoneOffset.UTC))
        .set(ITEM_VERSION.REASON, version.reason())
        .execute();
    insertBeside(tx, version);
  }

  /** Writes a draft anew. */
  void update(Tx tx, ItemVersion version, String plain) {
    tx.sql()
        .deleteFrom(VERSION_KSA)
        .where(VERSION_KSA.VERSION_ID.eq(version.id().value()))
        .execute();
    tx.sql().deleteFrom(REFERENCE).where(REFERENCE.VERSION_ID.eq(version.id().value())).execute();
    tx.sql()
        .update(ITEM_VERSION)
        .set(ITEM_VERSION.REVISION, version.revision())
        .set(ITEM_VERSION.BLUEPRINT_ID, version.blueprint().value())
        .set(ITEM_VERSION.TASK_ID, version.task().value())
        .set(ITEM_VERSION.DOMAIN_ID, version.domain().value())
        .set(ITEM_VERSION.LEVEL, version.level().code())
        .set(ITEM_VERSION.CONTENT, json(version.content()))
        .set(ITEM_VERSION.STIMULUS_VERSION_ID, stimulus(version))
        .set(ITEM_VERSION.PLAIN, plain)
        .set(ITEM_VERSION.CHANGED_BY_ID, person(version.changedBy()))
        .set(ITEM_VERSION.CHANGED_BY, version.changedBy().name())
        .set(ITEM_VERSION.CHANGED_AT, version.changedAt().atOffset(ZoneOffset.UTC))
        .where(ITEM_VERSION.ID.eq(version.id().value()))
        .execute();
    insertBeside(tx, version);
  }

  private static void insertBeside(Tx tx, ItemVersion version) {
    for (var ksa : version.ksas())
      tx.sql()
          .insertInto(VERSION_KSA)
          .set(VERSION_KSA.VERSION_ID, version.id().value())
          .set(VERSION_KSA.BLUEPRINT_ID, version.blueprint().value())
          .set(VERSION_KSA.TASK_ID, version.task().value())
          .set(VERSION_KSA.KSA_ID, ksa.value())
          .execute();
    int position = 0;
    for (var reference : version.references())
      tx.sql()
          .insertInto(REFERENCE)
          .set(REFERENCE.VERSION_ID, version.id().value())
          .set(REFERENCE.POSITION, ++position)
          .set(REFERENCE.CITATION, reference.citation())
          .set(REFERENCE.EDITION, reference.edition().orElse(""))
          .set(REFERENCE.URL, reference.url().orElse(""))
          .set(REFERENCE.EXPIRES_ON, reference.expiresOn().orElse(null))
          .execute();
  }

  void move(Tx tx, ItemVersionId id, ItemState state) {
    tx.sql()
        .update(ITEM_VERSION)
        .set(ITEM_VERSION.STATE, state.code())
        .set(ITEM_VERSION.REVISION, ITEM_VERSION.REVISION.plus(1))
        .where(ITEM_VERSION.ID.eq(id.value()))
        .execute();
  }

  /** Marks a version as used by a form; once is for good. */
  void use(Tx tx, ItemVersionId id, Instant now) {
    tx.sql()
        .update(ITEM_VERSION)
        .set(ITEM_VERSION.USED_AT, now.atOffset(ZoneOffset.UTC))
        .where(ITEM_VERSION.ID.eq(id.value()), ITEM_VERSION.USED_AT.isNull())
        .execute();
  }

  /** Holds a version until the transaction ends. */
  Optional<ItemVersion> lock(Tx tx, ItemVersionId id) {
    tx.sql()
        .select(ITEM_VERSION.ID)
        .from(ITEM_VERSION)
        .where(ITEM_VERSION.ID.eq(id.value()))
        .forUpdate()
        .fetch();
    return find(tx, id);
  }

  Optional<ItemVersion> find(Tx tx, ItemVersionId id) {
    return where(tx, ITEM_VERSION.ID.eq(id.value())).stream().findFirst();
  }

  List<ItemVersion> versions(Tx tx, Collection<ItemVersionId> ids) {
    return where(tx, ITEM_VERSION.ID.in(ids.stream().map(ItemVersionId::value).toList()));
  }

  /** All versions of an item, the newest first. */
  List<ItemVersion> ofItem(Tx tx, ItemId id) {
    return where(tx, ITEM_VERSION.ITEM_ID.eq(id.value()));
  }

  /** Versions of a study in some states, by code, the newest of an item first. */
  List<ItemVersion> inStates(Tx tx, StudyId study, Collection<ItemState> states) {
    return where(
        tx,
        ITEM.STUDY_ID
            .eq(study.value())
            .and(ITEM_VERSION.STATE.in(states.stream().map(ItemState::code).toList())));
  }

  private static List<ItemVersion> where(Tx tx, Condition condition) {
    return tx.sql()
        .select(ITEM_VERSION.fields())
        .select(ITEM.STUDY_ID, ITEM.CODE, KSAS, REFERENCES)
        .from(ITEM_VERSION)
        .join(ITEM)
        .on(ITEM.ID.eq(ITEM_VERSION.ITEM_ID))
        .where(condition)
        .orderBy(ITEM.CODE, ITEM_VERSION.NUMBER.desc())
        .fetch(ItemRepository::version);
  }

  private static ItemVersion version(Record row) {
    return new ItemVersion(
        new ItemVersionId(row.get(ITEM_VERSION.ID)),
        new ItemId(row.get(ITEM_VERSION.ITEM_ID)),
        new StudyId(row.get(ITEM.STUDY_ID)),
        row.get(ITEM.CODE),
        row.get(ITEM_VERSION.NUMBER),
        row.get(ITEM_VERSION.REVISION),
        ItemState.of(row.get(ITEM_VERSION.STATE)),
        new BlueprintId(row.get(ITEM_VERSION.BLUEPRINT_ID)),
        new TaskId(row.get(ITEM_VERSION.TASK_ID)),
        new DomainId(row.get(ITEM_VERSION.DOMAIN_ID)),
        Level.of(row.get(ITEM_VERSION.LEVEL)),
        row.get(KSAS).map(one -> new KsaId(one.value1())),
        Json.read(row.get(ITEM_VERSION.CONTENT).data(), ItemContent.class),
        row.get(REFERENCES).stream().map(ItemRepository::reference).toList(),
        Optional.ofNullable(row.get(ITEM_VERSION.STIMULUS_VERSION_ID)).map(StimulusVersionId::new),
        row.get(ITEM_VERSION.HASH),
        author(row.get(ITEM_VERSION.AUTHOR_ID), row.get(ITEM_VERSION.AUTHOR)),
        row.get(ITEM_VERSION.WRITTEN_AT).toInstant(),
        author(row.get(ITEM_VERSION.CHANGED_BY_ID), row.get(ITEM_VERSION.CHANGED_BY)),
        row.get(ITEM_VERSION.CHANGED_AT).toInstant(),
        row.get(ITEM_VERSION.REASON),
        Optional.ofNullable(row.get(ITEM_VERSION.USED_AT)).map(at -> at.toInstant()));
  }

  private static Reference reference(Record row) {
    return new Reference(
        row.get(REFERENCE.CITATION),
        Optional.of(row.get(REFERENCE.EDITION)).filter(text -> !text.isEmpty()),
        Optional.of(row.get(REFERENCE.URL)).filter(text -> !text.isEmpty()),
        Optional.ofNullable(row.get(REFERENCE.EXPIRES_ON)));
  }

  void save(Tx tx, ItemVersionId id, int revision, SavedText text) {
    tx.sql()
        .insertInto(SAVED_TEXT)
        .set(SAVED_TEXT.VERSION_ID, id.value())
        .set(SAVED_TEXT.REVISION, revision)
        .set(SAVED_TEXT.DOCUMENT, JSONB.valueOf(Json.write(text.draft())))
        .set(SAVED_TEXT.SAVED_BY, text.by())
        .set(SAVED_TEXT.SAVED_AT, text.at().atOffset(ZoneOffset.UTC))
        .execute();
  }

  /** Every text that a draft had, the newest first. */
  List<SavedText> savedTexts(Tx tx, ItemVersionId id) {
    return tx.sql()
        .selectFrom(SAVED_TEXT)
        .where(SAVED_TEXT.VERSION_ID.eq(id.value()))
        .orderBy(SAVED_TEXT.REVISION.desc())
        .fetch(row ->
            new SavedText(
                row.getRevision(),
                row.getSavedBy(),
                row.getSavedAt().toInstant(),
                Json.read(row.getDocument().data(), ItemDraft.class)));
  }

  /** Versions whose words are like these, the likest first. */
  List<Likeness> like(Tx tx, StudyId study, String plain, double least) {
    set(tx, "pg_trgm.similarity_threshold", Double.toString(least));
    scan(tx, "off");
    var found =
        alike(tx, study, plain)
            .fetch(row ->
                new Likeness(
                    new ItemVersionId(row.value1()), new ItemId(row.value2()), row.value3()));
    scan(tx, "on");
    return found;
  }

  /** PostgreSQL takes comparing two texts for free and would compare all: 150 ms, by index 10. */
  static void scan(Tx tx, String way) {
    set(tx, "enable_seqscan", way);
    set(tx, "enable_indexscan", way);
  }

  private static void set(Tx tx, String setting, String value) {
    tx.sql().fetch("select set_config({0}, {1}, true)", DSL.val(setting), DSL.val(value));
  }

  /** By the operator, not by the function of the same meaning: only it is found in the index. */
  ResultQuery<Record3<UUID, UUID, Double>> alike(Tx tx, StudyId study, String plain) {
    var words = DSL.val(plain);
    var likeness =
        DSL.field("public.similarity({0}, {1})", Double.class, ITEM_VERSION.PLAIN, words);
    return tx.sql()
        .select(ITEM_VERSION.ID, ITEM_VERSION.ITEM_ID, likeness)
        .from(ITEM_VERSION)
        .join(ITEM)
        .on(ITEM.ID.eq(ITEM_VERSION.ITEM_ID))
        .where(
            ITEM.STUDY_ID.eq(study.value()),
            ITEM_VERSION.STATE.ne(ItemState.RETIRED.code()),
            DSL.condition("{0} operator(public.%) {1}", ITEM_VERSION.PLAIN, words))
        .orderBy(likeness.desc(), ITEM_VERSION.NUMBER.desc())
        .limit(50);
  }

  private static Author author(@org.jspecify.annotations.Nullable UUID person, String name) {
    return new Author(Optional.ofNullable(person).map(PersonId::new), name);
  }

  private static @org.jspecify.annotations.Nullable UUID person(Author author) {
    return author.person().map(PersonId::value).orElse(null);
  }

  private static @org.jspecify.annotations.Nullable UUID stimulus(ItemVersion version) {
    return version.stimulus().map(StimulusVersionId::value).orElse(null);
  }

  private static JSONB json(ItemContent content) {
    return JSONB.valueOf(Json.write(content));
  }
}
