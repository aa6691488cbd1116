package org.rolewright.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.rolewright.Installation;
import org.rolewright.platform.Role;

@Timeout(60)
class JobsApiTest {
  @Test
  void long_work_is_watched_and_cancelled_from_the_browser() throws InterruptedException {
    try (var rolewright = Installation.serving()) {
      var began = new CountDownLatch(1);
      var jobs = rolewright.wiring().jobs;
      jobs.register(
          "wait",
          (_, progress) -> {
            began.countDown();
            while (!Thread.currentThread().isInterrupted()) progress.at(0.5, "job.started");
          });
      var subject = UUID.randomUUID();
      var expert = rolewright.expert();
      var id =
          rolewright
              .wiring()
              .database
              .transaction(tx -> jobs.queue(tx, expert, "wait", subject, Map.of()))
              .value();
      began.await();
      var client = rolewright.signedIn(expert);
      assertEquals(
          "running",
          client.call("readJob").with("jobId", id).expect(200).json().get("state").asText());
      rolewright
          .signedIn(rolewright.person(Role.AUDITOR))
          .call("cancelJob")
          .with("jobId", id)
          .expect(403);
      client.call("cancelJob").with("jobId", id).expect(204);
      var events = client.call("followJob").with("jobId", id).expect(200).text();
      assertTrue(events.contains("\"state\":\"cancelled\""), events);
      var listed = client.call("listJobs").with("subject", subject).expect(200).json();
      assertEquals("cancelled", listed.at("/jobs/0/state").asText());
      client.call("readJob").with("jobId", UUID.randomUUID()).expect(404);
    }
  }
}
