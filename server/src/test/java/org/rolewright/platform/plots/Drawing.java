package org.rolewright.platform.plots;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** A picture, parsed; its texts with the room they take in Noto Sans. */
record Drawing(Element root) {
  private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);
  private static final Font REGULAR = font("NotoSans-Regular");
  private static final Font BOLD = font("NotoSans-Bold");

  record Text(String words, Rectangle2D box) {
    boolean inside(int width, int height) {
      return box.getMinX() >= 0
          && box.getMaxX() <= width
          && box.getMinY() >= 0
          && box.getMaxY() <= height;
    }
  }

  static Drawing of(Figure.Picture picture) {
    try {
      return new Drawing(
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(picture.svg())))
              .getDocumentElement());
    } catch (Exception e) {
      throw new AssertionError("not XML: " + picture.svg(), e);
    }
  }

  List<Element> all(String name) {
    var found = root.getElementsByTagName(name);
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
  }

  List<Element> marks() {
    return all("g").stream().filter(g -> g.getAttribute("class").startsWith("plot-mark")).toList();
  }

  List<String> names() {
    return marks().stream().map(mark -> mark.getFirstChild().getTextContent()).toList();
  }

  List<Text> texts() {
    return all("text").stream()
        .filter(text -> !text.getTextContent().isEmpty())
        .map(Drawing::text)
        .toList();
  }

  private static Text text(Element element) {
    var words = element.getTextContent();
    var face = "bold".equals(element.getAttribute("font-weight")) ? BOLD : REGULAR;
    float size = Float.parseFloat(element.getAttribute("font-size"));
    double width = face.deriveFont(size).getStringBounds(words, CONTEXT).getWidth();
    double x = Double.parseDouble(element.getAttribute("x"));
    double left =
        switch (element.getAttribute("text-anchor")) {
          case "end" -> x - width;
          case "middle" -> x - width / 2;
          default -> x;
        };
    double base = Double.parseDouble(element.getAttribute("y"));
    return new Text(
        words, new Rectangle2D.Double(left, base - size * 0.75, width, size * 0.75 + 1));
  }

  private static Font font(String file) {
    try (var in = Drawing.class.getResourceAsStream("/fonts/" + file + ".ttf")) {
      return Font.createFont(Font.TRUETYPE_FONT, in);
    } catch (IOException | FontFormatException e) {
      throw new AssertionError(e);
    }
  }
}
