package org.rolewright.platform.http;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.VertxException;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.FileSystemAccess;
import io.vertx.ext.web.handler.StaticHandler;
import io.vertx.micrometer.MicrometerMetricsFactory;
import io.vertx.micrometer.MicrometerMetricsOptions;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The listening server: the pages, the operations, health and metrics. */
public final class WebServer implements AutoCloseable {
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
          + " connect-src 'self'; worker-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types lit-html rolewright-worker";
  private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
  private final Vertx vertx;
  private final HttpServer server;
  private final Api api;
  private final AtomicBoolean stopping;

  private WebServer(Vertx vertx, HttpServer server, Api api, AtomicBoolean stopping) {
    this.vertx = vertx;
    this.server = server;
    this.api = api;
    this.stopping = stopping;
  }

  /**
   * Listens.
   *
   * @param ready whether the service can do its work now
   */
  public static WebServer start(
      String host, int port, Api api, Contract contract, BooleanSupplier ready) {
    var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    var vertx =
        Vertx.builder()
            .with(
                new VertxOptions()
                    .setMetricsOptions(new MicrometerMetricsOptions().setEnabled(true)))
            .withMetrics(new MicrometerMetricsFactory(registry))
            .build();
    var stopping = new AtomicBoolean();
    try {
      var router = Router.router(vertx);
      router.errorHandler(500, context -> failed(context, stopping.get()));
      api.mountDirect(router);
      router.route().handler(WebServer::protect);
      router.get("/health/live").handler(context -> text(context, 200, "live"));
      router.get("/health/ready").handler(context -> readiness(context, ready));
      router.get("/metrics").handler(context -> text(context, 200, registry.scrape()));
      router.get("/api/v1/openapi.json").handler(context -> json(context, contract.json()));
      api.mount(router);
      router.route("/api/v1/*").handler(context -> unknown(context));
      router.get("/").handler(context -> context.redirect("/workbench/"));
      router.get().handler(new LeanFiles()::serve);
      router.get().handler(pages());
      var options =
          new HttpServerOptions()
              .setCompressionSupported(true)
              .setPerMessageWebSocketCompressionSupported(false) // there are none
              .setPerFrameWebSocketCompressionSupported(false)
              .setIdleTimeout(120)
              .setIdleTimeoutUnit(TimeUnit.SECONDS);
      var server =
          vertx
              .createHttpServer(options)
              .requestHandler(router)
              .listen(port, host)
              .toCompletionStage()
              .toCompletableFuture()
              .get(30, TimeUnit.SECONDS);
      return new WebServer(vertx, server, api, stopping);
    } catch (ExecutionException e) {
      vertx.close();
      throw new CannotListen(host, port, e.getCause());
    } catch (InterruptedException | TimeoutException e) {
      vertx.close();
      throw new CannotListen(host, port, e);
    }
  }

  /** The port cannot be had. */
  public static final class CannotListen extends RuntimeException {
    CannotListen(String host, int port, Throwable cause) {
      super(
          "Cannot listen on "
              + host
              + ":"
              + port
              + " ("
              + cause.getMessage()
              + "). Set PORT to another number, e.g. PORT=8081 ./run",
          cause);
    }
  }

  public int port() {
    return server.actualPort();
  }

  private static StaticHandler pages() {
    return StaticHandler.create(FileSystemAccess.RELATIVE, "web")
        .setCachingEnabled(true)
        .setMaxAgeSeconds(0)
        .setDirectoryListing(false)
        .setIncludeHidden(false)
        .setDefaultContentEncoding("UTF-8");
  }

  private static void protect(RoutingContext context) {
    context
        .response()
        .putHeader("Content-Security-Policy", POLICY)
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Referrer-Policy", "no-referrer")
        .putHeader("Cross-Origin-Opener-Policy", "same-origin")
        .putHeader("Cross-Origin-Resource-Policy", "same-origin")
        .putHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
    context.next();
  }

  /**
   * What no operation caught: of a page, say. That a browser goes away, or that we stop while it
   * asks, is no fault of ours.
   */
  private static void failed(RoutingContext context, boolean stopping) {
    var failure = context.failure();
    if (stopping || context.response().closed() || isGone(failure))
      LOG.debug("the browser went away from {}", context.request().path());
    else LOG.error("{} failed", context.request().path(), failure);
  }

  /**
   * The browser is gone, or the service itself is stopping. A file that was cut off half-way fails
   * without any word of why.
   */
  private static boolean isGone(Throwable failure) {
    return failure instanceof HttpClosedException
        || failure instanceof VertxException cutOff && cutOff.getMessage() == null
        || failure instanceof RejectedExecutionException
        || failure instanceof IOException && !(failure instanceof FileSystemException);
  }

  private static void readiness(RoutingContext context, BooleanSupplier ready) {
    Thread.startVirtualThread(() -> {
      if (ready.getAsBoolean()) text(context, 200, "ready");
      else text(context, 503, "the database does not answer");
    });
  }

  private static void unknown(RoutingContext context) {
    context
        .response()
        .setStatusCode(404)
        .putHeader("Content-Type", "application/problem+json")
        .end(
            "{\"type\":\"urn:rolewright:problem:noOperation\",\"title\":\"noOperation\",\"status\":404,"
                + "\"code\":\"noOperation\",\"detail\":\"The contract at /api/v1/openapi.json has no such operation.\"}");
  }

  private static void text(RoutingContext context, int status, String text) {
    context
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "text/plain; charset=utf-8")
        .end(text);
  }

  private static void json(RoutingContext context, String json) {
    context.response().putHeader("Content-Type", "application/json").end(json);
  }

  @Override
  public void close() {
    stopping.set(true);
    api.close();
    try {
      vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException _) {
      // the process ends anyway
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
