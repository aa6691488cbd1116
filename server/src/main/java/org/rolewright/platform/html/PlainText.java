package org.rolewright.platform.html;

import java.util.List;
import java.util.Set;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.HtmlSanitizer;
import org.owasp.html.HtmlStreamEventReceiver;
import org.owasp.html.PolicyFactory;

/** The words of a formatted text, without its form. */
final class PlainText implements HtmlStreamEventReceiver {
  private static final Set<String> BLOCKS =
      Set.of(
          "p", "br", "li", "tr", "td", "th", "caption", "pre", "blockquote", "ul", "ol", "table");
  private static final PolicyFactory POLICY =
      new HtmlPolicyBuilder()
          .allowElements(BLOCKS.toArray(String[]::new))
          .allowElements("img")
          .allowAttributes("alt")
          .onElements("img")
          .toFactory();
  private final StringBuilder words = new StringBuilder();

  static String of(String html) {
    var writer = new PlainText();
    HtmlSanitizer.sanitize(html, POLICY.apply(writer));
    return writer.words.toString().replaceAll("\\s+", " ").strip();
  }

  @Override
  public void openDocument() {}

  @Override
  public void closeDocument() {}

  @Override
  public void openTag(String element, List<String> attributes) {
    if (BLOCKS.contains(element)) words.append(' ');
    int alt = attributes.indexOf("alt");
    if (element.equals("img") && alt >= 0)
      words.append(' ').append(attributes.get(alt + 1)).append(' ');
  }

  @Override
  public void closeTag(String element) {
    if (BLOCKS.contains(element)) words.append(' ');
  }

  @Override
  public void text(String text) {
    words.append(text);
  }
}
