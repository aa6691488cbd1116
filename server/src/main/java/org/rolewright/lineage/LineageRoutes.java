package org.rolewright.lineage;

import java.util.OptionalInt;
import org.rolewright.itembank.ItemId;
import org.rolewright.platform.http.Api;
import org.rolewright.platform.http.Request;
import org.rolewright.study.StudyId;
import org.rolewright.workshop.TaskId;

/** Operations of {@code api/lineage.yaml}. */
public final class LineageRoutes {
  private LineageRoutes() {}

  public static void mount(Api api, LineageService lineage) {
    api.on("readStudyLineage", r -> lineage.study(r.actor(), study(r)));
    api.on("readTaskLineage", r -> lineage.task(r.actor(), study(r), new TaskId(r.uuid("taskId"))));
    api.on(
        "readCertificateLineage", r -> lineage.certificate(r.actor(), study(r), r.text("number")));
    api.on(
        "readItemLineage",
        r -> lineage.item(r.actor(), study(r), new ItemId(r.uuid("itemId")), version(r)));
  }

  private static StudyId study(Request request) {
    return new StudyId(request.uuid("studyId"));
  }

  private static OptionalInt version(Request request) {
    int number = request.integer("version", 0);
    return number == 0 ? OptionalInt.empty() : OptionalInt.of(number);
  }
}
