package org.rolewright.platform.http;

import io.vertx.core.http.HttpServerResponse;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.rolewright.platform.json.Json;

/** Writes server-sent events; an event is on its way to the browser when {@code send} returns. */
final class EventStream {
  private EventStream() {}

  static int write(HttpServerResponse response, Reply.Source source) {
    response
        .setChunked(true)
        .putHeader("Content-Type", "text/event-stream")
        .putHeader("Cache-Control", "no-store")
        .putHeader("Content-Encoding", "identity");
    try {
      source.writeTo((id, event) -> send(response, id, event));
    } catch (Reply.Gone _) {
      return 200;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    response.end();
    return 200;
  }

  private static void send(HttpServerResponse response, String id, Object event) {
    if (response.closed()) throw new Reply.Gone();
    try {
      response
          .write("id: " + id + "\ndata: " + Json.write(event) + "\n\n")
          .toCompletionStage()
          .toCompletableFuture()
          .get(10, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new Reply.Gone();
    } catch (ExecutionException | TimeoutException _) {
      throw new Reply.Gone();
    }
  }
}
