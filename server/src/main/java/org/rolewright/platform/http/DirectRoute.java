package org.rolewright.platform.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.json.Json;
import org.rolewright.platform.text.Language;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One operation that comes thousands of times a second. It passes by the session, the check against
 * the schema and the threads of {@link Api}: its handler decodes by hand on the event loop, must
 * not wait there, and answers when its stage ends. A test holds it to the contract.
 */
final class DirectRoute {
  private static final Logger LOG = LoggerFactory.getLogger("org.rolewright.http");
  private final Operation operation;
  private final Problems problems;
  private final Function<DirectRequest, CompletionStage<?>> handler;

  DirectRoute(
      Operation operation, Problems problems, Function<DirectRequest, CompletionStage<?>> handler) {
    this.operation = operation;
    this.problems = problems;
    this.handler = handler;
  }

  void handle(HttpServerRequest request) {
    var length = length(request);
    if (length < 0 || length > operation.maxBytes()) {
      request.pause(); // what comes is not read
      var refusal = new Refusal.Malformed("", "bodyTooLarge", Map.of());
      write(request.response(), problem(refusal, request))
          .onComplete(_ -> request.connection().close());
      return;
    }
    request
        .body()
        .onSuccess(body -> answer(request, body))
        .onFailure(_ -> request.connection().close());
  }

  private static long length(HttpServerRequest request) {
    var header = request.getHeader("Content-Length");
    try {
      return header == null ? -1 : Long.parseLong(header);
    } catch (NumberFormatException _) {
      return -1;
    }
  }

  private void answer(HttpServerRequest request, Buffer body) {
    var context = Vertx.currentContext();
    try {
      handler
          .apply(new DirectRequest(request::getHeader, body.getBytes()))
          .whenComplete((value, e) -> context.runOnContext(_ -> end(request, value, e)));
    } catch (RuntimeException e) {
      end(request, null, e);
    }
  }

  private void end(HttpServerRequest request, Object value, Throwable e) {
    if (request.response().closed()) return;
    if (e == null) write(request.response(), Reply.json(200, value));
    else write(request.response(), problem(cause(e), request));
  }

  private static Throwable cause(Throwable e) {
    return e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
  }

  private Reply.Json problem(Throwable e, HttpServerRequest request) {
    var language =
        Optional.ofNullable(request.getHeader("Accept-Language"))
            .map(Language::accepted)
            .orElse(Language.ENGLISH);
    var requestId = UUID.randomUUID().toString();
    if (e instanceof Refusal refusal)
      return Api.problemReply(
          Problems.status(refusal), problems.problem(refusal, language, requestId));
    LOG.error("request {} of {} failed", requestId, operation.id(), e);
    return Api.problemReply(500, problems.failure(language, requestId));
  }

  private static Future<Void> write(HttpServerResponse response, Reply.Json json) {
    response
        .setStatusCode(json.status())
        .putHeader("Content-Type", "application/json")
        .putHeader("Cache-Control", "no-store")
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Content-Encoding", "identity");
    json.headers().forEach(header -> response.putHeader(header.getKey(), header.getValue()));
    return response.end(Json.write(json.value()));
  }
}
