package org.rolewright.platform.documents;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;
import org.rolewright.platform.text.Formats;
import org.rolewright.platform.text.Texts;

/** Documents as HTML, for the site's own style sheets: no style, no script inside. */
public final class WebPages {
  private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
  private final Texts texts;

  public WebPages(Texts texts) {
    this.texts = texts;
  }

  /** A whole page. */
  public String page(Document document) {
    return render("documents/page.jte", document);
  }

  /** One {@code article} element, to be put into a page. */
  public String article(Document document) {
    return render("documents/web.jte", document);
  }

  private String render(String template, Document document) {
    var output = new StringOutput();
    var page = new Page(document, new Formats(document.language(), texts));
    templates.render(template, Map.of("page", page), output);
    return output.toString();
  }
}
