package org.rolewright.assembly;

import java.util.List;
import org.rolewright.platform.http.Api;
import org.rolewright.platform.http.Reply;
import org.rolewright.platform.http.Request;
import org.rolewright.platform.jobs.JobId;
import org.rolewright.platform.text.Formats;
import org.rolewright.platform.text.Texts;
import org.rolewright.study.StudyId;

/** Operations of {@code api/assembly.yaml}. */
public final class AssemblyRoutes {
  private AssemblyRoutes() {}

  private record Started(JobId job) {}

  private record RunList(List<AssemblyView> assemblies) {}

  public static void mount(Api api, AssemblyService assemblies, Texts texts) {
    api.on("suggestAssembly", r -> assemblies.suggest(r.actor(), study(r)));
    api.on(
        "startAssembly",
        r ->
            Reply.json(
                202, new Started(assemblies.start(r.actor(), study(r), r.body(Wishes.class)))));
    api.on(
        "listAssemblies",
        r ->
            new RunList(
                assemblies.listRuns(r.actor(), study(r)).stream()
                    .map(run -> view(r, run, assemblies, texts))
                    .toList()));
    api.on(
        "readAssembly",
        r -> {
          var run = assemblies.run(r.actor(), new AssemblyId(r.uuid("assemblyId")));
          return view(r, run, assemblies, texts);
        });
  }

  private static AssemblyView view(
      Request r, AssemblyRun run, AssemblyService assemblies, Texts texts) {
    var targets = assemblies.targets(r.actor(), run);
    return AssemblyView.of(run, new Explanation(run, targets, new Formats(r.language(), texts)));
  }

  private static StudyId study(Request request) {
    return new StudyId(request.uuid("studyId"));
  }
}
