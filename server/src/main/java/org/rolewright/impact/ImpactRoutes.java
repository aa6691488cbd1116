package org.rolewright.impact;

import java.util.Optional;
import org.rolewright.judging.SettingId;
import org.rolewright.platform.http.Api;
import org.rolewright.platform.http.Reply;
import org.rolewright.platform.http.Request;
import org.rolewright.platform.plots.Figure;
import org.rolewright.platform.text.Formats;
import org.rolewright.platform.text.Texts;
import org.rolewright.standard.CutError;

/** Operations of {@code api/impact.yaml}. */
public final class ImpactRoutes {
  private static final int WIDTH = 720;

  private ImpactRoutes() {}

  public static void mount(Api api, ImpactService impacts, Texts texts) {
    api.on("readCutImpact", r -> impacts.impact(r.actor(), setting(r), sem(r)));
    api.on("drawCutImpact", r -> Reply.svg("impact", figure(r, impacts, texts)));
    api.on("readCutImpactFigure", r -> figure(r, impacts, texts).table());
  }

  private static Figure figure(Request r, ImpactService impacts, Texts texts) {
    var wish =
        new ImpactService.Wish(CutError.of(r.text("error")), sem(r), r.integer("width", WIDTH));
    return impacts.figure(r.actor(), setting(r), wish, new Formats(r.language(), texts));
  }

  private static Optional<Double> sem(Request request) {
    return request.findText("sem").map(Double::valueOf);
  }

  private static SettingId setting(Request request) {
    return new SettingId(request.uuid("settingId"));
  }
}
