package org.rolewright.platform.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.rolewright.platform.Actor;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.db.Database;
import org.rolewright.platform.db.Tx;
import org.rolewright.platform.json.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The jobs of the service. Queued in the transaction that asks for them; run on a pool of their own
 * of (cores − 1) threads; a job of a killed program is taken up again after a few seconds.
 */
public final class Jobs implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
  private static final String TABLE = "platform.scheduled_tasks";
  private static final Duration HEARTBEAT = Duration.ofSeconds(2);
  private final Database database;
  private final InstantSource clock;
  private final JobRepository repository = new JobRepository();
  private final Map<String, Kind> kinds = new ConcurrentHashMap<>();
  private final List<Task<?>> repeated = new ArrayList<>();
  private final OneTimeTask<Void> task;
  private Optional<Scheduler> scheduler = Optional.empty();

  /**
   * A kind of work.
   *
   * @param words what the keys of its last words begin with
   */
  private record Kind(JobWork work, String words) {
    /** Of an older program's job, whose work is gone. */
    static final Kind UNKNOWN =
        new Kind(
            (job, _) -> {
              throw new IllegalStateException("no work of kind " + job.kind());
            },
            "job");
  }

  public Jobs(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
    this.task =
        Tasks.oneTime("job")
            .onFailure(new FailureHandler.OnFailureRetryLater<>(Duration.ofSeconds(1)))
            .execute((instance, _) -> execute(new JobId(UUID.fromString(instance.getId()))));
  }

  /** Names the work of a kind, which stores nothing before its end; before {@link #start()}. */
  public void register(String kind, JobWork work) {
    register(kind, work, "job");
  }

  /**
   * Names the work of a kind that stores what it does as it goes; before {@link #start()}.
   *
   * @param words begin of the catalogue's keys for how it ended: {@code words.cancelled}, {@code
   *     words.failed}
   */
  public void register(String kind, JobWork work, String words) {
    if (kinds.putIfAbsent(kind, new Kind(work, words)) != null)
      throw new IllegalStateException("twice: " + kind);
  }

  /** Small work done again and again with a pause between; before {@link #start()}. */
  public void repeat(String name, Duration pause, Runnable work) {
    repeated.add(Tasks.recurring(name, FixedDelay.of(pause)).execute((_, _) -> work.run()));
  }

  /** Begins to take jobs, those of an earlier run of the program included. */
  public void start() {
    var started =
        Scheduler.create(database.dataSource(), task)
            .startTasks(recurring())
            .tableName(TABLE)
            .threads(Math.max(1, Runtime.getRuntime().availableProcessors() - 1))
            .pollingInterval(Duration.ofMillis(300))
            .heartbeatInterval(HEARTBEAT)
            .missedHeartbeatsLimit(4)
            .shutdownMaxWait(Duration.ofSeconds(2))
            .build();
    started.start();
    scheduler = Optional.of(started);
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private List<com.github.kagkarlsson.scheduler.task.helper.RecurringTask<?>> recurring() {
    return (List) repeated;
  }

  /** Queues a job; it exists when, and only if, the transaction ends well. */
  public JobId queue(Tx tx, Actor actor, String kind, UUID subject, Object input) {
    if (!kinds.containsKey(kind)) throw new IllegalArgumentException("no work of kind " + kind);
    var id = new JobId(UUID.randomUUID());
    var now = clock.instant();
    repository.insert(
        tx,
        new Job(
            id,
            kind,
            subject,
            actor.person(),
            Json.write(input),
            JobState.QUEUED,
            0,
            "",
            false,
            now,
            Optional.empty()));
    tx.lend(connection ->
        SchedulerClient.Builder.create(new OneConnection(connection), task)
            .tableName(TABLE)
            .build()
            .scheduleIfNotExists(task.instance(id.value().toString()), now));
    return id;
  }

  public Job job(Tx tx, JobId id) {
    return repository.find(tx, id).orElseThrow(() -> new Refusal.NotFound("job"));
  }

  /** All jobs on a subject, the newest first. */
  public List<Job> listJobs(Tx tx, UUID subject) {
    return repository.ofSubject(tx, subject);
  }

  /** Asks a job to stop at its next step. */
  public void cancel(Tx tx, JobId id) {
    repository.requestCancel(tx, job(tx, id).id());
  }

  /** Tells each change of a job until it ends; returns when it has, or when interrupted. */
  public void follow(JobId id, Consumer<Job> listener) throws InterruptedException {
    Optional<Job> last = Optional.empty();
    while (last.isEmpty() || !last.get().state().ended()) {
      var now = Optional.of(database.transaction(tx -> job(tx, id)));
      if (!now.equals(last)) listener.accept(now.get());
      last = now;
      if (!now.get().state().ended()) Thread.sleep(Duration.ofMillis(250));
    }
  }

  private void execute(JobId id) {
    var job = database.transaction(tx -> job(tx, id));
    if (job.state().ended()) return;
    var kind = kinds.getOrDefault(job.kind(), Kind.UNKNOWN);
    try {
      var meter = new Meter(job.id());
      meter.at(0, "job.started");
      kind.work().run(job, meter);
      finish(id, JobState.DONE, "job.done");
    } catch (JobWork.Cancelled _) {
      finish(id, JobState.CANCELLED, kind.words() + ".cancelled");
    } catch (Refusal refusal) {
      finish(id, JobState.FAILED, "refusal." + refusal.key());
    } catch (RuntimeException e) {
      if (Thread.currentThread().isInterrupted()) throw e; // shutting down: taken again at start
      LOG.error("job {} of kind {} failed", id.value(), job.kind(), e);
      finish(id, JobState.FAILED, kind.words() + ".failed");
    }
  }

  private void finish(JobId id, JobState state, String message) {
    database.run(tx -> repository.finish(tx, id, state, message, clock.instant()));
  }

  /** Stores progress at most five times a second, and hears the wish to stop as often. */
  private final class Meter implements JobWork.Progress {
    private final JobId id;
    private Instant last = Instant.MIN;

    Meter(JobId id) {
      this.id = id;
    }

    @Override
    public void at(double fraction, String messageKey) {
      var now = clock.instant();
      if (last.isAfter(now.minusMillis(200))) return;
      last = now;
      if (database.transaction(tx -> repository.progress(tx, id, fraction, messageKey)))
        throw new JobWork.Cancelled();
    }
  }

  @Override
  public void close() {
    scheduler.ifPresent(Scheduler::stop);
  }
}
