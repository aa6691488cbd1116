package org.rolewright.form;

import static org.rolewright.db.form.Tables.FORM_;
import static org.rolewright.db.form.Tables.PART;
import static org.rolewright.db.form.Tables.PLACEMENT;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.rolewright.blueprint.BlueprintId;
import org.rolewright.db.form.tables.records.FormRecord;
import org.rolewright.db.form.tables.records.PlacementRecord;
import org.rolewright.itembank.ItemId;
import org.rolewright.itembank.ItemVersionId;
import org.rolewright.library.StimulusVersionId;
import org.rolewright.platform.PersonId;
import org.rolewright.platform.db.Tx;
import org.rolewright.platform.json.Json;
import org.rolewright.platform.text.Language;
import org.rolewright.study.StudyId;

/** Rows of the schema {@code form}. */
final class FormRepository {

  /** Who, and when. */
  record Mark(PersonId person, Instant at) {}

  /** A form as stored, without its parts: persons by their identity only. */
  record Stored(
      FormId id,
      StudyId study,
      BlueprintId blueprint,
      int number,
      Form.State state,
      int revision,
      Head head,
      Optional<FormId> replaces,
      Mark changed,
      Optional<Mark> proposed,
      Optional<String> deviation,
      Optional<String> checksum,
      Optional<Mark> published,
      Optional<Mark> retired,
      Optional<String> because,
      Optional<Meter> meter) {}

  /** What people set of the whole form. */
  record Head(String code, int length, Set<Language> languages, int secondsAllowed) {
    static Head of(FormInput input) {
      return new Head(input.code(), input.length(), input.languages(), input.secondsAllowed());
    }
  }

  int nextNumber(Tx tx, StudyId study) {
    var greatest =
        tx.sql()
            .select(DSL.max(FORM_.NUMBER))
            .from(FORM_)
            .where(FORM_.STUDY_ID.eq(study.value()))
            .fetchOne(0, Integer.class);
    return greatest == null ? 1 : greatest + 1;
  }

  /** A new draft; false when it exists. */
  boolean insert(Tx tx, Stored form) {
    return tx.sql()
            .insertInto(FORM_)
            .set(FORM_.ID, form.id().value())
            .set(FORM_.STUDY_ID, form.study().value())
            .set(FORM_.BLUEPRINT_ID, form.blueprint().value())
            .set(FORM_.NUMBER, form.number())
            .set(FORM_.CODE, form.head().code())
            .set(FORM_.LENGTH, form.head().length())
            .set(FORM_.LANGUAGES, codes(form.head().languages()))
            .set(FORM_.SECONDS_ALLOWED, form.head().secondsAllowed())
            .set(FORM_.REPLACES_ID, form.replaces().map(FormId::value).orElse(null))
            .set(FORM_.CHANGED_BY, form.changed().person().value())
            .set(FORM_.CHANGED_AT, form.changed().at().atOffset(ZoneOffset.UTC))
            .onConflict(FORM_.ID)
            .doNothing()
            .execute()
        == 1;
  }

  Optional<Stored> find(Tx tx, FormId id) {
    return tx.sql()
        .selectFrom(FORM_)
        .where(FORM_.ID.eq(id.value()))
        .fetchOptional(FormRepository::stored);
  }

  /** Holds the form until the transaction ends. */
  Optional<Stored> lock(Tx tx, FormId id) {
    return tx.sql()
        .selectFrom(FORM_)
        .where(FORM_.ID.eq(id.value()))
        .forUpdate()
        .fetchOptional(FormRepository::stored);
  }

  /** Forms of a study, the newest first. */
  List<Stored> ofStudy(Tx tx, StudyId study) {
    return tx.sql()
        .selectFrom(FORM_)
        .where(FORM_.STUDY_ID.eq(study.value()))
        .orderBy(FORM_.NUMBER.desc())
        .fetch(FormRepository::stored);
  }

  /** A change takes a proposal back. */
  void change(Tx tx, FormId id, Head head, Mark by) {
    tx.sql()
        .update(FORM_)
        .set(FORM_.REVISION, FORM_.REVISION.plus(1))
        .set(FORM_.CODE, head.code())
        .set(FORM_.LENGTH, head.length())
        .set(FORM_.LANGUAGES, codes(head.languages()))
        .set(FORM_.SECONDS_ALLOWED, head.secondsAllowed())
        .set(FORM_.CHANGED_BY, by.person().value())
        .set(FORM_.CHANGED_AT, by.at().atOffset(ZoneOffset.UTC))
        .setNull(FORM_.PROPOSED_BY)
        .setNull(FORM_.PROPOSED_AT)
        .setNull(FORM_.DEVIATION)
        .setNull(FORM_.CHECKSUM)
        .setNull(FORM_.METER)
        .where(FORM_.ID.eq(id.value()))
        .execute();
  }

  /** What the first of two people signs. */
  record Proposal(Mark by, Optional<String> deviation, String checksum, Meter meter) {}

  void propose(Tx tx, FormId id, Proposal proposal) {
    tx.sql()
        .update(FORM_)
        .set(FORM_.REVISION, FORM_.REVISION.plus(1))
        .set(FORM_.PROPOSED_BY, proposal.by().person().value())
        .set(FORM_.PROPOSED_AT, proposal.by().at().atOffset(ZoneOffset.UTC))
        .set(FORM_.DEVIATION, proposal.deviation().orElse(null))
        .set(FORM_.CHECKSUM, proposal.checksum())
        .set(FORM_.METER, JSONB.valueOf(Json.write(proposal.meter())))
        .where(FORM_.ID.eq(id.value()))
        .execute();
  }

  void publish(Tx tx, FormId id, Mark by) {
    tx.sql()
        .update(FORM_)
        .set(FORM_.STATE, Form.State.PUBLISHED.code())
        .set(FORM_.REVISION, FORM_.REVISION.plus(1))
        .set(FORM_.PUBLISHED_BY, by.person().value())
        .set(FORM_.PUBLISHED_AT, by.at().atOffset(ZoneOffset.UTC))
        .where(FORM_.ID.eq(id.value()))
        .execute();
  }

  void retire(Tx tx, FormId id, Mark by, String because) {
    tx.sql()
        .update(FORM_)
        .set(FORM_.STATE, Form.State.RETIRED.code())
        .set(FORM_.REVISION, FORM_.REVISION.plus(1))
        .set(FORM_.RETIRED_BY, by.person().value())
        .set(FORM_.RETIRED_AT, by.at().atOffset(ZoneOffset.UTC))
        .set(FORM_.RETIRED_BECAUSE, because)
        .where(FORM_.ID.eq(id.value()))
        .execute();
  }

  /** A retired form is given again. */
  void reinstate(Tx tx, FormId id) {
    tx.sql()
        .update(FORM_)
        .set(FORM_.STATE, Form.State.PUBLISHED.code())
        .set(FORM_.REVISION, FORM_.REVISION.plus(1))
        .setNull(FORM_.RETIRED_BY)
        .setNull(FORM_.RETIRED_AT)
        .setNull(FORM_.RETIRED_BECAUSE)
        .where(FORM_.ID.eq(id.value()))
        .execute();
  }

  void remove(Tx tx, FormId id) {
    tx.sql().deleteFrom(PART).where(PART.FORM_ID.eq(id.value())).execute();
    tx.sql().deleteFrom(FORM_).where(FORM_.ID.eq(id.value())).execute();
  }

  /** Puts these parts in the place of those that were. */
  void replaceParts(Tx tx, FormId form, List<Part> parts) {
    tx.sql().deleteFrom(PART).where(PART.FORM_ID.eq(form.value())).execute();
    for (int i = 0; i < parts.size(); i++) insert(tx, form, i + 1, parts.get(i));
  }

  private static void insert(Tx tx, FormId form, int position, Part part) {
    var section = Optional.of(part).filter(Part.Questions.class::isInstance);
    tx.sql()
        .insertInto(PART)
        .set(PART.FORM_ID, form.value())
        .set(PART.POSITION, position)
        .set(PART.KIND, Json.mapper().valueToTree(part).get("kind").textValue())
        .set(PART.SECTION, section.map(one -> ((Part.Questions) one).number()).orElse(null))
        .set(PART.DOCUMENT, JSONB.valueOf(Json.write(withoutItems(part))))
        .execute();
    if (part instanceof Part.Questions questions) insert(tx, form, questions);
  }

  /** Items stand in rows of their own. */
  private static Part withoutItems(Part part) {
    return part instanceof Part.Questions section ? section.with(List.of()) : part;
  }

  private static void insert(Tx tx, FormId form, Part.Questions section) {
    var rows = new ArrayList<PlacementRecord>();
    for (var item : section.items()) {
      var row = tx.sql().newRecord(PLACEMENT);
      row.setFormId(form.value());
      row.setPosition(item.position());
      row.setSection(section.number());
      row.setVersionId(item.versionId().value());
      row.setVersionHash(item.hash());
      row.setItemId(item.itemId().value());
      row.setStimulusVersionId(item.stimulusVersionId().map(one -> one.value()).orElse(null));
      row.setScored(item.scored());
      row.setCommon(item.common());
      rows.add(row);
    }
    if (!rows.isEmpty()) tx.sql().insertInto(PLACEMENT).set(rows).execute();
  }

  /** The parts in order; sections have their items. */
  List<Part> parts(Tx tx, FormId form) {
    var items =
        tx.sql()
            .selectFrom(PLACEMENT)
            .where(PLACEMENT.FORM_ID.eq(form.value()))
            .orderBy(PLACEMENT.POSITION)
            .fetchGroups(PLACEMENT.SECTION, FormRepository::placed);
    return tx.sql()
        .selectFrom(PART)
        .where(PART.FORM_ID.eq(form.value()))
        .orderBy(PART.POSITION)
        .fetch(row -> {
          var part = Json.read(row.getDocument().data(), Part.class);
          return part instanceof Part.Questions section
              ? section.with(items.getOrDefault(section.number(), List.of()))
              : part;
        });
  }

  private static Placed placed(PlacementRecord row) {
    return new Placed(
        row.getPosition(),
        new ItemVersionId(row.getVersionId()),
        new ItemId(row.getItemId()),
        row.getVersionHash(),
        row.getScored(),
        row.getCommon(),
        Optional.ofNullable(row.getStimulusVersionId()).map(StimulusVersionId::new));
  }

  /** Codes of the forms of a study that have an item, retired ones apart. */
  Map<ItemId, List<String>> formsOfItems(Tx tx, StudyId study) {
    return tx.sql()
        .select(PLACEMENT.ITEM_ID, FORM_.CODE)
        .from(PLACEMENT)
        .join(FORM_)
        .on(FORM_.ID.eq(PLACEMENT.FORM_ID))
        .where(FORM_.STUDY_ID.eq(study.value()))
        .and(FORM_.STATE.ne(Form.State.RETIRED.code()))
        .orderBy(FORM_.NUMBER)
        .fetchGroups(row -> new ItemId(row.value1()), row -> row.value2());
  }

  private static Stored stored(FormRecord row) {
    return new Stored(
        new FormId(row.getId()),
        new StudyId(row.getStudyId()),
        new BlueprintId(row.getBlueprintId()),
        row.getNumber(),
        Form.State.valueOf(row.getState().toUpperCase(Locale.ROOT)),
        row.getRevision(),
        new Head(
            row.getCode(), row.getLength(), languages(row.getLanguages()), row.getSecondsAllowed()),
        Optional.ofNullable(row.getReplacesId()).map(FormId::new),
        new Mark(new PersonId(row.getChangedBy()), row.getChangedAt().toInstant()),
        mark(row.getProposedBy(), row.getProposedAt()),
        Optional.ofNullable(row.getDeviation()),
        Optional.ofNullable(row.getChecksum()),
        mark(row.getPublishedBy(), row.getPublishedAt()),
        mark(row.getRetiredBy(), row.getRetiredAt()),
        Optional.ofNullable(row.getRetiredBecause()),
        Optional.ofNullable(row.getMeter()).map(json -> Json.read(json.data(), Meter.class)));
  }

  private static Optional<Mark> mark(@Nullable UUID person, @Nullable OffsetDateTime at) {
    return person == null || at == null
        ? Optional.empty()
        : Optional.of(new Mark(new PersonId(person), at.toInstant()));
  }

  private static String[] codes(Set<Language> languages) {
    return languages.stream().map(Language::code).sorted().toArray(String[]::new);
  }

  private static Set<Language> languages(String[] codes) {
    return Arrays.stream(Language.values())
        .filter(language -> List.of(codes).contains(language.code()))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Language.class)));
  }
}
