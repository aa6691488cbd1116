package org.rolewright.platform.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.rolewright.Installation;
import org.slf4j.LoggerFactory;

/** Browsers that close their connection in the middle of an answer. */
@Timeout(120)
class GoneBrowserTest {
  private static final int BROWSERS = 20;
  private static final int PAGES = 40;

  @Test
  void that_a_browser_goes_away_is_logged_as_no_error() throws Exception {
    var log = new ListAppender<ILoggingEvent>();
    var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    var own = (Logger) LoggerFactory.getLogger(WebServer.class);
    log.start();
    root.addAppender(log);
    own.setLevel(Level.DEBUG);
    try (var rolewright = Installation.serving()) {
      for (int browser = 0; browser < BROWSERS; browser++) askAndLeave(rolewright.baseUrl());
      rolewright.visitor().call("readJob").with("jobId", java.util.UUID.randomUUID()).expect(401);
    } finally {
      root.detachAppender(log);
      own.setLevel(null);
    }
    assertEquals(List.of(), messages(log, Level.ERROR));
    assertTrue(
        messages(log, Level.DEBUG).stream().anyMatch(message -> message.contains("went away")),
        "nobody went away in the middle of an answer: the test tried nothing");
  }

  /** Asks for many pages at once and resets the connection without reading one. */
  private static void askAndLeave(String baseUrl) throws IOException {
    var address = URI.create(baseUrl);
    try (var socket = new Socket(address.getHost(), address.getPort())) {
      socket.setSoLinger(true, 0);
      var request =
          "GET /workbench/ HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: identity\r\n\r\n"
              + "GET /ui/field.js HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: identity\r\n\r\n";
      socket.getOutputStream().write(request.repeat(PAGES).getBytes(StandardCharsets.US_ASCII));
    }
  }

  private static List<String> messages(ListAppender<ILoggingEvent> log, Level level) {
    return List.copyOf(log.list).stream()
        .filter(event -> event.getLevel() == level)
        .map(event -> event.getLoggerName() + ": " + event.getFormattedMessage())
        .toList();
  }
}
