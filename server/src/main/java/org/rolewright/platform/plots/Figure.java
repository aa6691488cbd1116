package org.rolewright.platform.plots;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A drawn plot.
 *
 * @param description the figure in words, for those who do not see it
 * @param pictures one, or several where a sheet's height makes it go on
 */
public record Figure(
    String id, String caption, String description, List<Picture> pictures, FigureData data) {

  public Figure {
    pictures = List.copyOf(pictures);
    if (pictures.isEmpty()) throw new IllegalArgumentException("a figure without a picture: " + id);
  }

  /** One {@code svg} element, with its size in CSS pixels. */
  public record Picture(String svg, int width, int height) {
    private static final String START = "<svg ";

    /** With an {@code alt} attribute: what a PDF's tags call the alternative description. */
    public String withAlternative(String description) {
      return START + "alt=\"" + Svg.escaped(description) + "\" " + svg.substring(START.length());
    }
  }

  /** What it shows, for those who do not see it. */
  public record Table(String caption, String description, FigureData data) {}

  public Table table() {
    return new Table(caption, description, data);
  }

  /** All pictures' SVG, one after the other. */
  public String svg() {
    return pictures.stream().map(Picture::svg).collect(Collectors.joining("\n"));
  }
}
