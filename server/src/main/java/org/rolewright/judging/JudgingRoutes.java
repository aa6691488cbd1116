package org.rolewright.judging;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rolewright.access.PersonView;
import org.rolewright.itembank.ItemVersionId;
import org.rolewright.platform.PersonId;
import org.rolewright.platform.http.Api;
import org.rolewright.platform.http.Reply;
import org.rolewright.platform.http.Request;
import org.rolewright.platform.plots.Figure;
import org.rolewright.platform.text.Formats;
import org.rolewright.platform.text.Texts;
import org.rolewright.study.StudyId;

/** Operations of {@code api/judging.yaml}. */
public final class JudgingRoutes {
  private static final int WIDTH = 720;

  private JudgingRoutes() {}

  private record SettingList(List<SettingSummary> settings) {}

  private record People(List<PersonView> people) {}

  private record Reason(String because) {}

  private record Promise(String text) {}

  private record Answer(JsonNode response) {}

  private record Percent(int percent) {}

  /** Pictures of closed rounds. */
  public static void mount(Api api, SettingService settings, Texts texts) {
    api.on("drawStandardRound", r -> Reply.svg("round", figure(r, settings, texts)));
    api.on("readStandardRoundFigure", r -> figure(r, settings, texts).table());
  }

  private static Figure figure(Request r, SettingService settings, Texts texts) {
    var version = r.findText("version").map(text -> new ItemVersionId(UUID.fromString(text)));
    return new RoundPicture(
            settings.heldRound(r.actor(), id(r), round(r)), new Formats(r.language(), texts))
        .draw(version, r.integer("width", WIDTH));
  }

  public static void mount(Api api, SettingService settings, PanelService panels) {
    api.on(
        "listStandardSettings", r -> new SettingList(settings.listSettings(r.actor(), study(r))));
    api.on(
        "createStandardSetting",
        r ->
            Reply.json(
                201, settings.create(r.actor(), study(r), id(r), r.body(SettingInput.class))));
    api.on("listEligiblePanelists", r -> new People(settings.listEligible(r.actor(), study(r))));
    api.on("readStandardSetting", r -> settings.setting(r.actor(), id(r)));
    api.on(
        "putStandardPanelist",
        r -> settings.putPanelist(r.actor(), id(r), person(r), r.body(PanelistInput.class)));
    api.on(
        "dismissStandardPanelist",
        r -> settings.dismiss(r.actor(), id(r), person(r), r.body(Reason.class).because()));
    api.on("openStandardRound", r -> settings.open(r.actor(), id(r), round(r)));
    api.on("closeStandardRound", r -> settings.close(r.actor(), id(r), round(r)));
    api.on("lockStandardRatings", r -> settings.lock(r.actor(), id(r)));
    api.on(
        "putStandardNote",
        r -> settings.note(r.actor(), id(r), r.uuid("noteId"), r.body(NoteInput.class)));
    api.on("listMyPanels", r -> new SettingList(panels.listMine(r.actor(), study(r))));
    api.on("readMyPanel", r -> panels.mine(r.actor(), id(r), r.language()));
    api.does(
        "signPanelPromise", r -> panels.promise(r.actor(), id(r), r.body(Promise.class).text()));
    api.does(
        "putPanelAnswer",
        r -> panels.answer(r.actor(), id(r), Map.of(version(r), r.body(Answer.class).response())));
    api.does("finishPanelExam", r -> panels.finish(r.actor(), id(r)));
    api.does(
        "putPanelRating",
        r ->
            panels.rate(
                r.actor(), id(r), round(r), Map.of(version(r), r.body(Percent.class).percent())));
    api.does("handInPanelRatings", r -> panels.handIn(r.actor(), id(r), round(r)));
  }

  private static SettingId id(Request request) {
    return new SettingId(request.uuid("settingId"));
  }

  private static StudyId study(Request request) {
    return new StudyId(request.uuid("studyId"));
  }

  private static PersonId person(Request request) {
    return new PersonId(request.uuid("personId"));
  }

  private static ItemVersionId version(Request request) {
    return new ItemVersionId(request.uuid("versionId"));
  }

  private static int round(Request request) {
    return request.integer("round", 0);
  }
}
