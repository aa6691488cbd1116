package org.rolewright.access;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.rolewright.platform.http.Api;
import org.rolewright.platform.http.Reply;
import org.rolewright.platform.jobs.Job;
import org.rolewright.platform.jobs.JobId;
import org.rolewright.platform.jobs.JobState;
import org.rolewright.platform.text.Language;
import org.rolewright.platform.text.Texts;

/** Operations of {@code api/platform.yaml}. */
public final class JobsRoutes {
  private JobsRoutes() {}

  private record JobList(List<JobView> jobs) {}

  /** A job with its message in the reader's words. */
  private record JobView(
      JobId id,
      String kind,
      UUID subject,
      JobState state,
      double progress,
      String message,
      Instant createdAt,
      Optional<Instant> finishedAt) {
    static JobView of(Job job, Texts texts, Language language) {
      return new JobView(
          job.id(),
          job.kind(),
          job.subject(),
          job.state(),
          job.progress(),
          texts.find(language, job.message(), Map.of()).orElse(""),
          job.createdAt(),
          job.finishedAt());
    }
  }

  public static void mount(Api api, JobsService jobs, Texts texts) {
    api.on(
        "readJob",
        r -> JobView.of(jobs.job(r.actor(), new JobId(r.uuid("jobId"))), texts, r.language()));
    api.on(
        "listJobs",
        r ->
            new JobList(
                jobs.listJobs(r.actor(), r.uuid("subject")).stream()
                    .map(job -> JobView.of(job, texts, r.language()))
                    .toList()));
    api.does("cancelJob", r -> jobs.cancel(r.actor(), new JobId(r.uuid("jobId"))));
    api.on(
        "followJob",
        r -> {
          var id = new JobId(r.uuid("jobId"));
          jobs.job(r.actor(), id);
          return Reply.events(sink ->
              jobs.follow(
                  r.actor(),
                  id,
                  job ->
                      sink.send(
                          job.state().code() + "-" + job.progress(),
                          JobView.of(job, texts, r.language()))));
        });
  }
}
