package org.rolewright.comparison;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.rolewright.form.FormId;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.http.Api;
import org.rolewright.platform.http.Reply;
import org.rolewright.platform.http.Request;
import org.rolewright.platform.plots.Figure;
import org.rolewright.platform.text.Formats;
import org.rolewright.platform.text.Texts;
import org.rolewright.study.StudyId;

/** Operations of {@code api/comparison.yaml}. */
public final class ComparisonRoutes {
  private static final int WIDTH = 720;

  private ComparisonRoutes() {}

  public static void mount(Api api, ComparisonService comparisons, Texts texts) {
    api.on("compareForms", r -> comparisons.compare(r.actor(), study(r), forms(r)));
    api.on("drawFormComparison", r -> Reply.svg(r.text("figure"), figure(r, comparisons, texts)));
    api.on("readFormComparison", r -> figure(r, comparisons, texts).table());
  }

  private static Figure figure(Request r, ComparisonService comparisons, Texts texts) {
    var curves = comparisons.curves(r.actor(), study(r), forms(r));
    return new ComparisonFigure(curves, new Formats(r.language(), texts))
        .draw(
            ComparisonFigure.Name.valueOf(r.text("figure").toUpperCase(Locale.ROOT)),
            r.integer("width", WIDTH));
  }

  private static StudyId study(Request request) {
    return new StudyId(request.uuid("studyId"));
  }

  /** Between two and six of them, as the contract says. */
  private static List<FormId> forms(Request request) {
    return Arrays.stream(request.text("forms").split(","))
        .map(ComparisonRoutes::form)
        .distinct()
        .toList();
  }

  private static FormId form(String id) {
    try {
      return new FormId(UUID.fromString(id));
    } catch (IllegalArgumentException _) {
      throw new Refusal.NotFound("form");
    }
  }
}
