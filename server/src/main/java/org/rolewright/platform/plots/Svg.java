package org.rolewright.platform.plots;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/** Writes SVG elements, escaped, with coordinates to a tenth of a pixel. */
final class Svg {
  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /** Opens an element; attributes come as name, value, name, value. */
  Svg open(String name, Object... attributes) {
    start(name, attributes);
    out.append('>');
    open.push(name);
    return this;
  }

  Svg close() {
    out.append("</").append(open.pop()).append('>');
    return this;
  }

  /** An element without content. */
  Svg leaf(String name, Object... attributes) {
    start(name, attributes);
    out.append("/>");
    return this;
  }

  /** An element that holds text. */
  Svg text(String name, String content, Object... attributes) {
    start(name, attributes);
    out.append('>').append(escaped(content)).append("</").append(name).append('>');
    return this;
  }

  Svg title(String content) {
    return text("title", content);
  }

  /** This one open element, closed around what another has written. */
  String around(Svg inner) {
    out.append(inner);
    return close().toString();
  }

  @Override
  public String toString() {
    if (!open.isEmpty()) throw new IllegalStateException("still open: " + open);
    return out.toString();
  }

  private void start(String name, Object... attributes) {
    out.append('<').append(name);
    for (int i = 0; i < attributes.length; i += 2)
      out.append(' ')
          .append(attributes[i])
          .append("=\"")
          .append(written(attributes[i + 1]))
          .append('"');
  }

  private static String written(Object value) {
    return value instanceof Double number ? coordinate(number) : escaped(value.toString());
  }

  static String coordinate(double value) {
    var text = String.format(Locale.ROOT, "%.1f", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  static String escaped(String text) {
    var escaped = new StringBuilder(text.length() + 8);
    text.codePoints().forEach(c -> appendEscaped(escaped, c));
    return escaped.toString();
  }

  private static void appendEscaped(StringBuilder to, int c) {
    switch (c) {
      case '&' -> to.append("&amp;");
      case '<' -> to.append("&lt;");
      case '>' -> to.append("&gt;");
      case '"' -> to.append("&quot;");
      case '\t', '\n' -> to.append(' ');
      default -> {
        if (c >= ' ' && c != 0xFFFE && c != 0xFFFF) to.appendCodePoint(c);
      }
    }
  }
}
