package org.rolewright.library;

import java.util.List;
import org.rolewright.item.NoticeView;
import org.rolewright.platform.http.Api;
import org.rolewright.platform.http.Reply;
import org.rolewright.platform.http.Request;
import org.rolewright.platform.text.Texts;
import org.rolewright.study.StudyId;

/** Operations of {@code api/library.yaml}. */
public final class LibraryRoutes {
  private LibraryRoutes() {}

  private record Assets(List<Asset> assets) {}

  private record Stimuli(List<StimulusVersion> stimuli) {}

  private record Written(StimulusVersion stimulus, List<NoticeView> notices) {}

  public static void mount(Api api, LibraryService library, Texts texts) {
    api.on("listAssets", r -> new Assets(library.listAssets(r.actor(), study(r))));
    api.on(
        "describeAsset",
        r ->
            library.describe(r.actor(), study(r), asset(r), r.body(AssetInput.class), r.version()));
    api.on("uploadAsset", r -> library.upload(r.actor(), study(r), asset(r), r.bytes()));
    api.on(
        "readAssetFile",
        r -> {
          var picture = library.picture(r.actor(), asset(r));
          var ending = picture.type().substring("image/".length());
          return Reply.inline(picture.type(), "picture." + ending, picture.content());
        });
    api.on("listStimuli", r -> new Stimuli(library.listStimuli(r.actor(), study(r))));
    api.on(
        "putStimulus",
        r -> {
          var id = new StimulusId(r.uuid("stimulusId"));
          var written =
              library.write(r.actor(), study(r), id, r.body(StimulusInput.class), r.version());
          return new Written(
              written.stimulus(), NoticeView.of(written.notices(), texts, r.language()));
        });
    api.on("readStimulusVersion", r -> library.stimulus(r.actor(), stimulus(r)));
    api.on("lockStimulus", r -> library.lock(r.actor(), stimulus(r), r.version()));
  }

  private static StudyId study(Request request) {
    return new StudyId(request.uuid("studyId"));
  }

  private static AssetId asset(Request request) {
    return new AssetId(request.uuid("assetId"));
  }

  private static StimulusVersionId stimulus(Request request) {
    return new StimulusVersionId(request.uuid("stimulusVersionId"));
  }
}
