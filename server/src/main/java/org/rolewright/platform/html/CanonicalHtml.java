package org.rolewright.platform.html;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.owasp.html.HtmlStreamEventReceiver;

/** Writes what the policy lets through: lower-case tags, double quotes, four entities. */
final class CanonicalHtml implements HtmlStreamEventReceiver {
  private static final Set<String> EMPTY = Set.of("br", "img");
  private final StringBuilder html = new StringBuilder();
  private final Set<UUID> assets = new LinkedHashSet<>();
  private final Set<String> removed = new LinkedHashSet<>();
  private final Deque<String> open = new ArrayDeque<>();

  String html() {
    return html.toString();
  }

  Set<UUID> assets() {
    return assets;
  }

  /** Images of other machines, which have no asset. */
  Set<String> removed() {
    return removed;
  }

  @Override
  public void openDocument() {}

  @Override
  public void closeDocument() {
    while (!open.isEmpty()) html.append("</").append(open.pop()).append('>');
  }

  @Override
  public void openTag(String element, List<String> attributes) {
    if (element.equals("img") && !attributes.contains("data-asset")) {
      removed.add("img");
      return;
    }
    html.append('<').append(element);
    for (int at = 0; at + 1 < attributes.size(); at += 2)
      attribute(attributes.get(at), attributes.get(at + 1));
    html.append('>');
    if (!EMPTY.contains(element)) open.push(element);
  }

  private void attribute(String name, String value) {
    if (name.equals("data-asset")) assets.add(UUID.fromString(value));
    html.append(' ').append(name).append("=\"").append(escaped(value)).append('"');
  }

  @Override
  public void closeTag(String element) {
    if (!open.contains(element)) return;
    while (true) {
      var last = open.pop();
      html.append("</").append(last).append('>');
      if (last.equals(element)) return;
    }
  }

  @Override
  public void text(String text) {
    html.append(escaped(text));
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
