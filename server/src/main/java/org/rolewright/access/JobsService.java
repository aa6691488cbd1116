package org.rolewright.access;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.rolewright.audit.AuditService;
import org.rolewright.audit.Subject;
import org.rolewright.platform.Actor;
import org.rolewright.platform.db.Database;
import org.rolewright.platform.jobs.Job;
import org.rolewright.platform.jobs.JobId;
import org.rolewright.platform.jobs.Jobs;

/** Watching and stopping long work. */
public final class JobsService {
  private final Database database;
  private final Jobs jobs;
  private final AuditService audit;

  public JobsService(Database database, Jobs jobs, AuditService audit) {
    this.database = database;
    this.jobs = jobs;
    this.audit = audit;
  }

  public Job job(Actor actor, JobId id) {
    Permission.READ_STUDIES.require(actor);
    return database.transaction(tx -> jobs.job(tx, id));
  }

  public List<Job> listJobs(Actor actor, UUID subject) {
    Permission.READ_STUDIES.require(actor);
    return database.transaction(tx -> jobs.listJobs(tx, subject));
  }

  /** Tells each change until the job ends. */
  public void follow(Actor actor, JobId id, Consumer<Job> listener) throws InterruptedException {
    Permission.READ_STUDIES.require(actor);
    jobs.follow(id, listener);
  }

  /** Who asked for a job may stop it, and who leads studies any. */
  public void cancel(Actor actor, JobId id) {
    Permission.READ_STUDIES.require(actor);
    database.run(tx -> {
      if (!jobs.job(tx, id).requestedBy().equals(actor.person()))
        Permission.LEAD_STUDIES.require(actor);
      jobs.cancel(tx, id);
      audit.record(tx, actor, "job.cancel", Subject.of("job", id.value()), Map.of());
    });
  }
}
