package org.rolewright.access;

import java.util.List;
import org.rolewright.platform.http.Api;
import org.rolewright.platform.http.Reply;
import org.rolewright.platform.jobs.Job;
import org.rolewright.platform.jobs.JobId;

/** Operations of {@code api/platform.yaml}. */
public final class JobsRoutes {
  private JobsRoutes() {}

  private record JobList(List<Job> jobs) {}

  public static void mount(Api api, JobsService jobs) {
    api.on("readJob", r -> jobs.job(r.actor(), new JobId(r.uuid("jobId"))));
    api.on("listJobs", r -> new JobList(jobs.listJobs(r.actor(), r.uuid("subject"))));
    api.does("cancelJob", r -> jobs.cancel(r.actor(), new JobId(r.uuid("jobId"))));
    api.on(
        "followJob",
        r -> {
          var id = new JobId(r.uuid("jobId"));
          jobs.job(r.actor(), id);
          return Reply.events(sink ->
              jobs.follow(
                  r.actor(), id, job -> sink.send(job.state().code() + "-" + job.progress(), job)));
        });
  }
}
