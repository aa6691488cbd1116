package org.rolewright.analysis;

import java.util.List;
import java.util.Locale;
import org.rolewright.platform.http.Api;
import org.rolewright.platform.http.Reply;
import org.rolewright.platform.http.Request;
import org.rolewright.platform.jobs.JobId;
import org.rolewright.platform.plots.Figure;
import org.rolewright.platform.text.Formats;
import org.rolewright.platform.text.Texts;
import org.rolewright.study.StudyId;
import org.rolewright.survey.SurveyId;

/** Operations of {@code api/analysis.yaml}. */
public final class AnalysisRoutes {
  private static final int WIDTH = 720;

  private AnalysisRoutes() {}

  private record Started(JobId job) {}

  private record RunList(List<RunSummary> runs) {}

  public static void mount(Api api, AnalysisService analyses, Texts texts) {
    api.on(
        "startAnalysis",
        r ->
            Reply.json(
                202, new Started(analyses.start(r.actor(), new SurveyId(r.uuid("surveyId"))))));
    api.on(
        "listAnalyses",
        r -> new RunList(analyses.listRuns(r.actor(), new StudyId(r.uuid("studyId")))));
    api.on("readAnalysis", r -> analyses.run(r.actor(), id(r)));
    api.on("drawAnalysisFigure", r -> Reply.svg(r.text("figure"), figure(r, analyses, texts)));
    api.on("readAnalysisFigure", r -> figure(r, analyses, texts).table());
    api.on(
        "exportAnalysisData",
        r -> {
          var file = DataExport.File.valueOf(r.text("file").toUpperCase(Locale.ROOT));
          return Reply.file(
              file.fileName().endsWith(".csv")
                  ? "text/csv; charset=utf-8"
                  : "text/plain; charset=utf-8",
              file.fileName(),
              analyses.export(r.actor(), id(r)).content(file));
        });
  }

  private static AnalysisRunId id(Request request) {
    return new AnalysisRunId(request.uuid("runId"));
  }

  private static Figure figure(Request request, AnalysisService analyses, Texts texts) {
    var name = request.text("figure").replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
    return new AnalysisFigures(
            analyses.run(request.actor(), id(request)), new Formats(request.language(), texts))
        .draw(AnalysisFigures.Name.valueOf(name), request.integer("width", WIDTH));
  }
}
