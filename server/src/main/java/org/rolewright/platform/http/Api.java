package org.rolewright.platform.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import org.rolewright.platform.Actor;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.json.Json;
import org.rolewright.platform.text.Language;
import org.rolewright.platform.text.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Binds the operations of the contract to their handlers. Each request is checked against the
 * contract, then handled on a virtual thread of its own; what the handler returns is written as
 * JSON (nothing as 204), what it refuses as problem JSON.
 */
public final class Api implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger("org.rolewright.http");
  private final Contract contract;
  private final RequestReader reader;
  private final Problems problems;
  private final Map<String, Function<Request, Object>> handlers = new LinkedHashMap<>();
  private final Map<String, Function<DirectRequest, CompletionStage<?>>> direct =
      new LinkedHashMap<>();
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("request-", 0).factory());

  /**
   * @param sessions finds who is signed in with a session token
   */
  public Api(Contract contract, Texts texts, Function<String, Optional<Actor>> sessions) {
    this.contract = contract;
    this.reader = new RequestReader(sessions);
    this.problems = new Problems(texts);
  }

  /** Names the handler of an operation. */
  public void on(String operationId, Function<Request, Object> handler) {
    contract.operation(operationId);
    if (handlers.putIfAbsent(operationId, handler) != null)
      throw new IllegalStateException("two handlers for " + operationId);
  }

  /** Names the handler of an operation that answers nothing. */
  public void does(String operationId, Consumer<Request> handler) {
    on(
        operationId,
        request -> {
          handler.accept(request);
          return Optional.empty();
        });
  }

  /** Names the handler of an operation that is too frequent for all this; its path is fixed. */
  public void direct(String operationId, Function<DirectRequest, CompletionStage<?>> handler) {
    contract.operation(operationId);
    direct.put(operationId, handler);
  }

  /** Puts the direct operations on the router, before everything else. */
  void mountDirect(Router router) {
    direct.forEach((id, handler) -> {
      var operation = contract.operation(id);
      var route = new DirectRoute(operation, problems, handler);
      router
          .route(method(operation), operation.path())
          .handler(context -> route.handle(context.request()));
    });
  }

  /**
   * Puts the operations on the router.
   *
   * @throws IllegalStateException naming every operation without a handler
   */
  public void mount(Router router) {
    var missing = new TreeSet<>(contract.operations().keySet());
    missing.removeAll(handlers.keySet());
    missing.removeAll(direct.keySet());
    if (!missing.isEmpty()) throw new IllegalStateException("no handler for " + missing);
    handlers.keySet().forEach(id -> mount(router, contract.operation(id)));
  }

  private static HttpMethod method(Operation operation) {
    return HttpMethod.valueOf(operation.method().toUpperCase(Locale.ROOT));
  }

  private void mount(Router router, Operation operation) {
    var path = operation.path().replaceAll("\\{(\\w+)}", ":$1");
    router
        .route(method(operation), path)
        .handler(BodyHandler.create(false).setBodyLimit(operation.maxBytes()))
        .handler(context -> threads.execute(() -> handle(operation, context)))
        .failureHandler(context -> refuseUnread(context));
  }

  /** The body was too large, or broke off. */
  private void refuseUnread(RoutingContext context) {
    var refusal =
        context.statusCode() == 413
            ? new Refusal.Malformed("", "bodyTooLarge", Map.of())
            : new Refusal.Malformed("", "wrongForm", Map.of());
    write(context.response(), problem(refusal, context, UUID.randomUUID().toString()));
  }

  private void handle(Operation operation, RoutingContext context) {
    var began = System.nanoTime();
    var requestId = UUID.randomUUID().toString();
    var who = "-";
    var status = 500;
    try {
      var request = reader.read(operation, context, requestId);
      who = request.actor().person().map(person -> person.value().toString()).orElse("-");
      status = write(context.response(), handlers.get(operation.id()).apply(request));
    } catch (Refusal refusal) {
      status = end(context.response(), problem(refusal, context, requestId));
    } catch (RuntimeException e) {
      LOG.error("request {} of {} failed", requestId, operation.id(), e);
      end(context.response(), problemReply(500, problems.failure(language(context), requestId)));
    }
    if (!operation.unlogged())
      LOG.info(
          "{} {} {} {} {} ms",
          operation.id(),
          status,
          requestId,
          who,
          (System.nanoTime() - began) / 1_000_000);
  }

  /** A stream that has begun can tell no problem: it ends, and who follows asks again. */
  private static int end(HttpServerResponse response, Reply.Json problem) {
    if (!response.headWritten()) return writeJson(response, problem);
    if (!response.closed()) response.end();
    return problem.status();
  }

  private Reply.Json problem(Refusal refusal, RoutingContext context, String requestId) {
    return problemReply(
        Problems.status(refusal), problems.problem(refusal, language(context), requestId));
  }

  static Reply.Json problemReply(int status, Map<String, Object> problem) {
    var reply = Reply.json(status, problem).header("Content-Type", "application/problem+json");
    return status == 503 ? reply.header("Retry-After", "2") : reply;
  }

  static Language language(RoutingContext context) {
    var header = context.request().getHeader("Accept-Language");
    return header == null ? Language.ENGLISH : Language.accepted(header);
  }

  private static int write(HttpServerResponse response, Object answer) {
    return switch (answer) {
      case Optional<?> nothing when nothing.isEmpty() -> {
        response.setStatusCode(204).end();
        yield 204;
      }
      case Optional<?> something -> write(response, something.get());
      case Reply.Json json -> writeJson(response, json);
      case Reply.Bytes bytes -> {
        response
            .putHeader("Content-Type", bytes.contentType())
            .putHeader("Content-Disposition", bytes.disposition())
            .putHeader("Cache-Control", "no-store")
            .end(Buffer.buffer(bytes.content()));
        yield 200;
      }
      case Reply.Events events -> EventStream.write(response, events.source());
      default -> writeJson(response, Reply.json(200, answer));
    };
  }

  private static int writeJson(HttpServerResponse response, Reply.Json json) {
    response.setStatusCode(json.status()).putHeader("Content-Type", "application/json");
    json.headers().forEach(header -> response.putHeader(header.getKey(), header.getValue()));
    response.putHeader("Cache-Control", "no-store").end(Json.write(json.value()));
    return json.status();
  }

  @Override
  public void close() {
    threads.shutdown();
  }
}
