package org.rolewright.platform.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.rolewright.platform.Sha256;

/**
 * Serves scripts and styles as they are written but for the comments, which are a quarter of what a
 * phone would have to load. What others wrote, under {@code vendor}, is served whole.
 */
public final class LeanFiles {
  /** On lines of their own: elsewhere they could be part of a text. */
  private static final Pattern COMMENTS =
      Pattern.compile("(?m)^[ \\t]*(?:/\\*[^*]*+(?:\\*(?!/)[^*]*+)*+\\*/|//[^\\n]*)[ \\t]*\\n");

  private static final Pattern TYPES = Pattern.compile("/\\*\\* @type \\{[^*`]*} \\*/ ?");
  private static final Map<String, String> KINDS =
      Map.of("js", "text/javascript; charset=utf-8", "css", "text/css; charset=utf-8");
  private final Map<String, Lean> known = new ConcurrentHashMap<>();

  private record Lean(Buffer text, String tag) {}

  void serve(RoutingContext context) {
    var path = context.normalizedPath();
    var kind = KINDS.get(path.substring(path.lastIndexOf('.') + 1));
    var file = kind == null ? Optional.<Lean>empty() : find(path);
    if (file.isEmpty()) context.next();
    else send(context, kind, file.get());
  }

  private Optional<Lean> find(String path) {
    if (path.contains("/vendor/") || path.contains("..")) return Optional.empty();
    var lean = Optional.ofNullable(known.get(path)).or(() -> read(path));
    lean.ifPresent(found -> known.put(path, found));
    return lean;
  }

  private static Optional<Lean> read(String path) {
    try (var bytes = LeanFiles.class.getResourceAsStream("/web" + path)) {
      if (bytes == null) return Optional.empty();
      var text = lean(new String(bytes.readAllBytes(), StandardCharsets.UTF_8));
      return Optional.of(new Lean(Buffer.buffer(text), "W/\"" + Sha256.hex(text) + "\""));
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }

  /** The same program, or the same styles, without comments. */
  public static String lean(String text) {
    return TYPES.matcher(COMMENTS.matcher(text).replaceAll("")).replaceAll("");
  }

  private static void send(RoutingContext context, String kind, Lean file) {
    var response = context.response();
    response
        .putHeader("Cache-Control", "public, max-age=0")
        .putHeader("ETag", file.tag)
        .putHeader("Vary", "Accept-Encoding");
    if (file.tag.equals(context.request().getHeader("If-None-Match")))
      response.setStatusCode(304).end();
    else response.putHeader("Content-Type", kind).end(file.text);
  }
}
