package org.rolewright.platform.html;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.owasp.html.HtmlChangeListener;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.HtmlSanitizer;
import org.owasp.html.PolicyFactory;

/**
 * A cleaned text.
 *
 * @param html what is left, written in one way
 * @param removed names of the elements and attributes that were taken out, e.g. {@code script},
 *     {@code p onclick}
 * @param assets the images that it shows
 */
public record RichText(String html, List<String> removed, Set<UUID> assets) {
  private static final String[] HTML =
      ("p br strong em b i u s sub sup code pre blockquote ul ol li"
              + " table caption thead tbody tfoot tr th td span")
          .split(" ");
  private static final String[] MATH =
      ("math mrow mi mn mo ms mtext mspace msup msub msubsup mfrac msqrt mroot mover munder"
              + " munderover mtable mtr mtd mmultiscripts mprescripts none mpadded mphantom mstyle"
              + " merror semantics")
          .split(" ");
  private static final String[] MATH_ATTRIBUTES =
      ("display alttext mathvariant stretchy fence separator form accent accentunder linethickness"
              + " displaystyle scriptlevel columnalign columnspan rowspan largeop movablelimits"
              + " lspace rspace symmetric minsize maxsize width height depth")
          .split(" ");
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");
  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern MATH_VALUE = Pattern.compile("[\\p{L}\\p{N} .,%#()=+*/^_-]{0,400}");
  private static final PolicyFactory POLICY = policy();

  private static PolicyFactory policy() {
    return new HtmlPolicyBuilder()
        .allowElements(HTML)
        .allowElements("img")
        .allowElements(MATH)
        .allowWithoutAttributes("span", "img")
        .allowAttributes("lang")
        .matching(LANGUAGE)
        .globally()
        .allowAttributes("dir")
        .matching(false, "ltr", "rtl", "auto")
        .globally()
        .allowAttributes("colspan", "rowspan")
        .matching(NUMBER)
        .onElements("td", "th")
        .allowAttributes("scope")
        .matching(false, "row", "col", "rowgroup", "colgroup")
        .onElements("th")
        .allowAttributes("start")
        .matching(NUMBER)
        .onElements("ol")
        .allowAttributes("data-asset")
        .matching(UUID_TEXT)
        .onElements("img")
        .allowAttributes("width", "height")
        .matching(NUMBER)
        .onElements("img")
        .allowAttributes("alt")
        .onElements("img")
        .allowAttributes(MATH_ATTRIBUTES)
        .matching(MATH_VALUE)
        .onElements(MATH)
        .toFactory();
  }

  /** Cleans what somebody wrote. */
  public static RichText of(String written) {
    var removed = new LinkedHashSet<String>();
    var writer = new CanonicalHtml();
    HtmlSanitizer.sanitize(written, POLICY.apply(writer, new Removals(), removed));
    removed.addAll(writer.removed());
    return new RichText(writer.html(), List.copyOf(removed), Set.copyOf(writer.assets()));
  }

  /** The words alone, one space where a block or a line ends; images by their description. */
  public static String plain(String html) {
    return PlainText.of(html);
  }

  /** Text as it stands, made safe to stand in formatted text. */
  public static String escaped(String text) {
    return CanonicalHtml.escaped(text);
  }

  /** Keeps the names of what the policy takes out. */
  private static final class Removals implements HtmlChangeListener<Set<String>> {
    @Override
    public void discardedTag(Set<String> removed, String element) {
      removed.add(element);
    }

    @Override
    public void discardedAttributes(Set<String> removed, String element, String... attributes) {
      for (var attribute : new ArrayList<>(List.of(attributes)))
        removed.add(element + " " + attribute);
    }
  }
}
