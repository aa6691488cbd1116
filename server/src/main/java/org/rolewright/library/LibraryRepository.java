package org.rolewright.library;

import static org.rolewright.db.library.Tables.ASSET;
import static org.rolewright.db.library.Tables.ASSET_FILE;
import static org.rolewright.db.library.Tables.STIMULUS;
import static org.rolewright.db.library.Tables.STIMULUS_VERSION;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.rolewright.library.Asset.Picture;
import org.rolewright.platform.Actor;
import org.rolewright.platform.PersonId;
import org.rolewright.platform.Sha256;
import org.rolewright.platform.db.Tx;
import org.rolewright.platform.json.Json;
import org.rolewright.platform.text.Localized;
import org.rolewright.study.StudyId;

/** Rows of the schema {@code library}. */
final class LibraryRepository {
  private static final Field<Integer> BYTES =
      DSL.field("octet_length({0})", Integer.class, ASSET_FILE.CONTENT);

  List<Asset> assets(Tx tx, StudyId study) {
    return assets(tx, ASSET.STUDY_ID.eq(study.value()));
  }

  List<Asset> assets(Tx tx, Collection<UUID> ids) {
    return assets(tx, ASSET.ID.in(ids));
  }

  private static List<Asset> assets(Tx tx, Condition condition) {
    return tx.sql()
        .select(ASSET.fields())
        .select(ASSET_FILE.TYPE, ASSET_FILE.WIDTH, ASSET_FILE.HEIGHT, ASSET_FILE.HASH, BYTES)
        .from(ASSET)
        .leftJoin(ASSET_FILE)
        .on(ASSET_FILE.ASSET_ID.eq(ASSET.ID))
        .where(condition)
        .orderBy(ASSET.ADDED_AT, ASSET.ID)
        .fetch(LibraryRepository::asset);
  }

  private static Asset asset(Record row) {
    var file =
        Optional.ofNullable(row.get(ASSET_FILE.TYPE))
            .map(type ->
                new Asset.File(
                    type,
                    row.get(ASSET_FILE.WIDTH),
                    row.get(ASSET_FILE.HEIGHT),
                    row.get(BYTES),
                    row.get(ASSET_FILE.HASH)));
    return new Asset(
        new AssetId(row.get(ASSET.ID)),
        new StudyId(row.get(ASSET.STUDY_ID)),
        row.get(ASSET.NAME),
        localized(row.get(ASSET.ALT)),
        row.get(ASSET.LICENCE),
        row.get(ASSET.SOURCE),
        row.get(ASSET.VERSION),
        file,
        row.get(ASSET.ADDED_BY),
        row.get(ASSET.ADDED_AT).toInstant());
  }

  /** Whether the version still stood; 0 means that it is new. */
  boolean put(Tx tx, Asset asset) {
    return (asset.version() == 0 ? insert(tx, asset) : update(tx, asset)) == 1;
  }

  private static int insert(Tx tx, Asset asset) {
    return tx.sql()
        .insertInto(ASSET)
        .set(ASSET.ID, asset.id().value())
        .set(ASSET.STUDY_ID, asset.study().value())
        .set(ASSET.NAME, asset.name())
        .set(ASSET.ALT, json(asset.alt()))
        .set(ASSET.LICENCE, asset.licence())
        .set(ASSET.SOURCE, asset.source())
        .set(ASSET.ADDED_BY, asset.addedBy())
        .set(ASSET.ADDED_AT, asset.addedAt().atOffset(ZoneOffset.UTC))
        .onConflictDoNothing()
        .execute();
  }

  private static int update(Tx tx, Asset asset) {
    return tx.sql()
        .update(ASSET)
        .set(ASSET.NAME, asset.name())
        .set(ASSET.ALT, json(asset.alt()))
        .set(ASSET.LICENCE, asset.licence())
        .set(ASSET.SOURCE, asset.source())
        .set(ASSET.VERSION, asset.version() + 1)
        .where(
            ASSET.ID.eq(asset.id().value()),
            ASSET.STUDY_ID.eq(asset.study().value()),
            ASSET.VERSION.eq(asset.version()))
        .execute();
  }

  void insert(Tx tx, AssetId id, Picture picture) {
    tx.sql()
        .insertInto(ASSET_FILE)
        .set(ASSET_FILE.ASSET_ID, id.value())
        .set(ASSET_FILE.TYPE, picture.type())
        .set(ASSET_FILE.WIDTH, picture.width())
        .set(ASSET_FILE.HEIGHT, picture.height())
        .set(ASSET_FILE.HASH, Sha256.hex(picture.content()))
        .set(ASSET_FILE.CONTENT, picture.content())
        .execute();
  }

  Optional<Picture> findPicture(Tx tx, AssetId id) {
    return tx.sql()
        .selectFrom(ASSET_FILE)
        .where(ASSET_FILE.ASSET_ID.eq(id.value()))
        .fetchOptional(
            row -> new Picture(row.getType(), row.getWidth(), row.getHeight(), row.getContent()));
  }

  /** Whether it is new. */
  boolean insertStimulus(Tx tx, StimulusId id, StudyId study, Instant now) {
    return tx.sql()
            .insertInto(STIMULUS)
            .set(STIMULUS.ID, id.value())
            .set(STIMULUS.STUDY_ID, study.value())
            .set(STIMULUS.CREATED_AT, now.atOffset(ZoneOffset.UTC))
            .onConflictDoNothing()
            .execute()
        == 1;
  }

  /** Holds a stimulus until the transaction ends. */
  void lock(Tx tx, StimulusId id) {
    tx.sql().selectFrom(STIMULUS).where(STIMULUS.ID.eq(id.value())).forUpdate().fetch();
  }

  void insert(Tx tx, StimulusVersion version, Actor author) {
    tx.sql()
        .insertInto(STIMULUS_VERSION)
        .set(STIMULUS_VERSION.ID, version.id().value())
        .set(STIMULUS_VERSION.STIMULUS_ID, version.stimulus().value())
        .set(STIMULUS_VERSION.NUMBER, version.number())
        .set(STIMULUS_VERSION.TITLE, json(version.title()))
        .set(STIMULUS_VERSION.TEXT, json(version.text()))
        .set(STIMULUS_VERSION.AUTHOR_ID, author.person().map(PersonId::value).orElse(null))
        .set(STIMULUS_VERSION.AUTHOR, author.name())
        .set(STIMULUS_VERSION.WRITTEN_AT, version.writtenAt().atOffset(ZoneOffset.UTC))
        .execute();
  }

  void update(Tx tx, StimulusVersion version, Actor author) {
    tx.sql()
        .update(STIMULUS_VERSION)
        .set(STIMULUS_VERSION.REVISION, version.revision())
        .set(STIMULUS_VERSION.TITLE, json(version.title()))
        .set(STIMULUS_VERSION.TEXT, json(version.text()))
        .set(STIMULUS_VERSION.AUTHOR_ID, author.person().map(PersonId::value).orElse(null))
        .set(STIMULUS_VERSION.AUTHOR, author.name())
        .set(STIMULUS_VERSION.WRITTEN_AT, version.writtenAt().atOffset(ZoneOffset.UTC))
        .where(STIMULUS_VERSION.ID.eq(version.id().value()))
        .execute();
  }

  void lock(Tx tx, StimulusVersionId id, Instant now) {
    tx.sql()
        .update(STIMULUS_VERSION)
        .set(STIMULUS_VERSION.LOCKED_AT, now.atOffset(ZoneOffset.UTC))
        .where(STIMULUS_VERSION.ID.eq(id.value()), STIMULUS_VERSION.LOCKED_AT.isNull())
        .execute();
  }

  /** The newest version of each stimulus of a study. */
  List<StimulusVersion> newest(Tx tx, StudyId study) {
    return tx.sql()
        .select(STIMULUS_VERSION.fields())
        .select(STIMULUS.STUDY_ID)
        .distinctOn(STIMULUS.CREATED_AT, STIMULUS.ID)
        .from(STIMULUS_VERSION)
        .join(STIMULUS)
        .on(STIMULUS.ID.eq(STIMULUS_VERSION.STIMULUS_ID))
        .where(STIMULUS.STUDY_ID.eq(study.value()))
        .orderBy(STIMULUS.CREATED_AT, STIMULUS.ID, STIMULUS_VERSION.NUMBER.desc())
        .fetch(LibraryRepository::stimulus);
  }

  Optional<StimulusVersion> findNewest(Tx tx, StimulusId id) {
    return versions(tx, STIMULUS.ID.eq(id.value())).stream().findFirst();
  }

  List<StimulusVersion> versions(Tx tx, Set<StimulusVersionId> ids) {
    return versions(
        tx, STIMULUS_VERSION.ID.in(ids.stream().map(StimulusVersionId::value).toList()));
  }

  private static List<StimulusVersion> versions(Tx tx, Condition condition) {
    return tx.sql()
        .select(STIMULUS_VERSION.fields())
        .select(STIMULUS.STUDY_ID)
        .from(STIMULUS_VERSION)
        .join(STIMULUS)
        .on(STIMULUS.ID.eq(STIMULUS_VERSION.STIMULUS_ID))
        .where(condition)
        .orderBy(STIMULUS_VERSION.NUMBER.desc())
        .fetch(LibraryRepository::stimulus);
  }

  private static StimulusVersion stimulus(Record row) {
    return new StimulusVersion(
        new StimulusVersionId(row.get(STIMULUS_VERSION.ID)),
        new StimulusId(row.get(STIMULUS_VERSION.STIMULUS_ID)),
        new StudyId(row.get(STIMULUS.STUDY_ID)),
        row.get(STIMULUS_VERSION.NUMBER),
        row.get(STIMULUS_VERSION.REVISION),
        localized(row.get(STIMULUS_VERSION.TITLE)),
        localized(row.get(STIMULUS_VERSION.TEXT)),
        row.get(STIMULUS_VERSION.LOCKED_AT) != null,
        row.get(STIMULUS_VERSION.HASH),
        row.get(STIMULUS_VERSION.AUTHOR),
        row.get(STIMULUS_VERSION.WRITTEN_AT).toInstant());
  }

  private static Localized localized(JSONB text) {
    return Json.read(text.data(), Localized.class);
  }

  private static JSONB json(Localized text) {
    return JSONB.valueOf(Json.write(text));
  }
}
