package org.rolewright.platform.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.rolewright.Installation;
import org.rolewright.TestDatabase;
import org.rolewright.delivery.ExamHall;
import org.rolewright.platform.Role;
import org.rolewright.platform.json.Json;

/** What becomes of somebody who follows events. */
@Timeout(60)
class EventStreamTest {
  @Test
  void when_no_more_can_be_told_the_stream_ends_and_who_asks_again_hears_why() throws Exception {
    try (var hall = ExamHall.open(ExamHall.Shape.plain());
        var http = HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
      signIn(http, hall.rolewright);
      var roster =
          request(hall.rolewright, "/proctoring/windows/" + hall.window.value() + "/roster/events");
      var answer = http.send(roster.build(), BodyHandlers.ofInputStream());
      assertEquals(200, answer.statusCode());
      try (var events = answer.body()) {
        assertTrue(new String(events.readNBytes(3)).startsWith("id:"));
        TestDatabase.execute(
            hall.rolewright.databaseUrl(), "alter table delivery.sitting rename to away");
        events.readAllBytes();
      }
      assertEquals(500, http.send(roster.build(), BodyHandlers.ofString()).statusCode());
    }
  }

  private static void signIn(HttpClient http, Installation rolewright)
      throws IOException, InterruptedException {
    var person = rolewright.person(Role.PROCTOR);
    var account = Map.of("email", person.email(), "password", Installation.PASSWORD);
    var request =
        request(rolewright, "/session")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(Json.write(account)));
    assertEquals(200, http.send(request.build(), BodyHandlers.ofString()).statusCode());
  }

  private static HttpRequest.Builder request(Installation rolewright, String path) {
    return HttpRequest.newBuilder(URI.create(rolewright.baseUrl() + "/api/v1" + path))
        .header("X-Rolewright", "1");
  }
}
