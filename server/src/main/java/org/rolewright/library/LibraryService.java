package org.rolewright.library;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.rolewright.access.Permission;
import org.rolewright.audit.AuditService;
import org.rolewright.audit.Subject;
import org.rolewright.item.ContentCleaning;
import org.rolewright.item.ContentCleaning.Notice;
import org.rolewright.library.Asset.Picture;
import org.rolewright.platform.Actor;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.db.Database;
import org.rolewright.platform.db.Tx;
import org.rolewright.study.SeparationService;
import org.rolewright.study.StudyId;
import org.rolewright.study.StudyService;

/** Pictures and shared cases. */
public final class LibraryService {
  private final Database database;
  private final InstantSource clock;
  private final AuditService audit;
  private final StudyService studies;
  private final SeparationService separation;
  private final LibraryRepository repository = new LibraryRepository();

  /** A stimulus as written, with what was taken out of its text. */
  public record Written(StimulusVersion stimulus, List<Notice> notices) {}

  public LibraryService(
      Database database,
      InstantSource clock,
      AuditService audit,
      StudyService studies,
      SeparationService separation) {
    this.database = database;
    this.clock = clock;
    this.audit = audit;
    this.studies = studies;
    this.separation = separation;
  }

  public List<Asset> listAssets(Actor actor, StudyId study) {
    Permission.REVIEW_ITEMS.require(actor);
    return database.transaction(tx -> {
      enter(tx, actor, study);
      return repository.assets(tx, study);
    });
  }

  /**
   * Says what a picture shows and whence it comes, before the picture itself is sent.
   *
   * @param version 0 enters a new one
   */
  public Asset describe(Actor actor, StudyId study, AssetId id, AssetInput input, int version) {
    Permission.WRITE_ITEMS.require(actor);
    return database.transaction(tx -> {
      enter(tx, actor, study);
      var asset =
          new Asset(
              id,
              study,
              input.name(),
              input.alt(),
              input.licence(),
              input.source(),
              version,
              Optional.empty(),
              actor.name(),
              clock.instant());
      if (!repository.put(tx, asset)) throw new Refusal.Stale();
      record(tx, actor, "library.describePicture", id.value(), Map.of("name", input.name()));
      return asset(tx, id);
    });
  }

  /** Gives an asset its picture; sending the same again changes nothing. */
  public Asset upload(Actor actor, StudyId study, AssetId id, byte[] sent) {
    Permission.WRITE_ITEMS.require(actor);
    var picture = Pictures.of(sent);
    return database.transaction(tx -> {
      enter(tx, actor, study);
      var asset = asset(tx, id);
      if (!asset.study().equals(study)) throw new Refusal.NotFound("asset");
      if (asset.file().isPresent()) return asset;
      repository.insert(tx, id, picture);
      record(tx, actor, "library.addPicture", id.value(), Map.of("type", picture.type()));
      return asset(tx, id);
    });
  }

  /** The picture of an asset. */
  public Picture picture(Actor actor, AssetId id) {
    Permission.REVIEW_ITEMS.require(actor);
    return database.transaction(tx -> {
      separation.requireFree(tx, actor, asset(tx, id).study());
      return picture(tx, id);
    });
  }

  /** The newest version of each stimulus. */
  public List<StimulusVersion> listStimuli(Actor actor, StudyId study) {
    Permission.REVIEW_ITEMS.require(actor);
    return database.transaction(tx -> {
      enter(tx, actor, study);
      return repository.newest(tx, study);
    });
  }

  public StimulusVersion stimulus(Actor actor, StimulusVersionId id) {
    Permission.REVIEW_ITEMS.require(actor);
    return database.transaction(tx -> {
      var found = stimulus(tx, id);
      separation.requireFree(tx, actor, found.study());
      return found;
    });
  }

  /**
   * Writes a stimulus: its open version, or the next one when that is locked.
   *
   * @param revision that the writer had read; 0 begins a new stimulus
   */
  public Written write(
      Actor actor, StudyId study, StimulusId id, StimulusInput input, int revision) {
    Permission.WRITE_ITEMS.require(actor);
    return database.transaction(tx -> {
      enter(tx, actor, study);
      var notices = new ArrayList<Notice>();
      var assets = new LinkedHashSet<UUID>();
      var text = ContentCleaning.cleaned("/text", input.text(), notices, assets);
      requirePictures(tx, study, assets);
      var wish = StimulusVersion.wish(id, study, new StimulusInput(input.title(), text), revision);
      var written = store(tx, actor, wish);
      record(tx, actor, "library.writeStimulus", id.value(), Map.of("number", written.number()));
      return new Written(written, notices);
    });
  }

  private StimulusVersion store(Tx tx, Actor actor, StimulusVersion wish) {
    boolean isNew = repository.insertStimulus(tx, wish.stimulus(), wish.study(), clock.instant());
    repository.lock(tx, wish.stimulus());
    var newest = repository.findNewest(tx, wish.stimulus());
    if (isNew != (wish.revision() == 0) || newest.filter(one -> !wish.follows(one)).isPresent())
      throw new Refusal.Stale();
    var version = wish.after(newest, actor.name(), clock.instant());
    if (version.number() == newest.map(StimulusVersion::number).orElse(0))
      repository.update(tx, version, actor);
    else repository.insert(tx, version, actor);
    return stimulus(tx, version.id());
  }

  /** Fixes a version, so that items on it can be reviewed. */
  public StimulusVersion lock(Actor actor, StimulusVersionId id, int revision) {
    Permission.WRITE_ITEMS.require(actor);
    return database.transaction(tx -> {
      var found = stimulus(tx, id);
      separation.requireFree(tx, actor, found.study());
      repository.lock(tx, found.stimulus());
      if (stimulus(tx, id).revision() != revision) throw new Refusal.Stale();
      repository.lock(tx, id, clock.instant());
      record(tx, actor, "library.lockStimulus", id.value(), Map.of("number", found.number()));
      return stimulus(tx, id);
    });
  }

  private void enter(Tx tx, Actor actor, StudyId study) {
    studies.study(tx, study);
    separation.requireFree(tx, actor, study);
  }

  /**
   * Refuses a text that shows a picture which is not there, or is another study's.
   *
   * @throws Refusal.BrokenRule naming the picture
   */
  public void requirePictures(Tx tx, StudyId study, Set<UUID> assets) {
    var there =
        repository.assets(tx, assets).stream()
            .filter(asset -> asset.study().equals(study) && asset.file().isPresent())
            .map(asset -> asset.id().value())
            .toList();
    for (var asset : assets)
      if (!there.contains(asset))
        throw new Refusal.BrokenRule("a_shown_picture_is_in_the_library", Map.of("asset", asset));
  }

  public Asset asset(Tx tx, AssetId id) {
    return repository.assets(tx, Set.of(id.value())).stream()
        .findFirst()
        .orElseThrow(() -> new Refusal.NotFound("asset"));
  }

  public Picture picture(Tx tx, AssetId id) {
    return repository.findPicture(tx, id).orElseThrow(() -> new Refusal.NotFound("asset"));
  }

  public StimulusVersion stimulus(Tx tx, StimulusVersionId id) {
    return stimuli(tx, Set.of(id)).stream()
        .findFirst()
        .orElseThrow(() -> new Refusal.NotFound("stimulus"));
  }

  public List<StimulusVersion> stimuli(Tx tx, Collection<StimulusVersionId> ids) {
    return repository.versions(tx, Set.copyOf(ids));
  }

  private void record(Tx tx, Actor actor, String action, UUID id, Map<String, ?> detail) {
    audit.record(tx, actor, action, Subject.of("library", id), detail);
  }
}
