package org.rolewright.export;

import org.rolewright.platform.datasets.DataFile;
import org.rolewright.platform.http.Api;
import org.rolewright.platform.http.Reply;
import org.rolewright.platform.http.Request;
import org.rolewright.scoring.ScoringRunId;
import org.rolewright.study.StudyId;

/** Operations of {@code api/export.yaml}. */
public final class ExportRoutes {
  private ExportRoutes() {}

  public static void mount(Api api, ExportService exports) {
    api.on("exportScores", r -> csv(exports.scores(r.actor(), new ScoringRunId(r.uuid("runId")))));
    api.on("exportAnnualStatistics", r -> csv(exports.years(r.actor(), study(r))));
    api.on("exportRegistry", r -> csv(exports.registry(r.actor(), study(r))));
  }

  private static Reply csv(DataFile file) {
    return Reply.file("text/csv; charset=utf-8", file.fileName(), file.csv());
  }

  private static StudyId study(Request request) {
    return new StudyId(request.uuid("studyId"));
  }
}
