package org.rolewright.platform.plots;

/**
 * How one group of marks differs from the next: shape, dash and colour together, so that neither
 * print nor colour blindness hides it. Colours have a contrast of at least 4.5 on white.
 */
enum Look {
  CIRCLE("#0a5f5b", ""),
  SQUARE("#a04a00", "5 2"),
  TRIANGLE("#214f8f", "2 2"),
  DIAMOND("#7a2e8e", "7 2 2 2"),
  TRIANGLE_DOWN("#5c6400", "9 3"),
  PLUS("#a3241d", "3 3"),
  HEXAGON("#4a5759", "1 2"),
  CROSS("#6d4c2f", "6 2 1 2");

  private final String colour;
  private final String dash;

  Look(String colour, String dash) {
    this.colour = colour;
    this.dash = dash;
  }

  /** The look of the nth group; they come round again after eight. */
  static Look of(int group) {
    return values()[group % values().length];
  }

  String colour() {
    return colour;
  }

  String cssClass() {
    return "plot-c" + ordinal();
  }

  /** Pattern of the interval lines of this group. */
  String dash() {
    return dash.isEmpty() ? "none" : dash;
  }

  /** Draws the shape in the current colour. */
  void draw(Svg svg, double x, double y, double r) {
    switch (this) {
      case CIRCLE -> svg.leaf("circle", "cx", x, "cy", y, "r", r, "fill", "currentColor");
      case SQUARE -> polygon(svg, x, y, r * 0.9, -1, -1, 1, -1, 1, 1, -1, 1);
      case TRIANGLE -> polygon(svg, x, y, r * 1.15, 0, -1, 1, 0.8, -1, 0.8);
      case DIAMOND -> polygon(svg, x, y, r * 1.25, 0, -1, 1, 0, 0, 1, -1, 0);
      case TRIANGLE_DOWN -> polygon(svg, x, y, r * 1.15, 0, 1, 1, -0.8, -1, -0.8);
      case HEXAGON ->
          polygon(svg, x, y, r * 1.1, -1, 0, -0.5, -0.9, 0.5, -0.9, 1, 0, 0.5, 0.9, -0.5, 0.9);
      case PLUS -> strokes(svg, x, y, r, -1, 0, 1, 0, 0, -1, 0, 1);
      case CROSS -> strokes(svg, x, y, r * 0.85, -1, -1, 1, 1, -1, 1, 1, -1);
    }
  }

  private static void polygon(Svg svg, double x, double y, double r, double... corners) {
    var points = new StringBuilder();
    for (int i = 0; i < corners.length; i += 2)
      points
          .append(i == 0 ? "" : " ")
          .append(Svg.coordinate(x + corners[i] * r))
          .append(',')
          .append(Svg.coordinate(y + corners[i + 1] * r));
    svg.leaf("polygon", "points", points, "fill", "currentColor");
  }

  private static void strokes(Svg svg, double x, double y, double r, double... ends) {
    for (int i = 0; i < ends.length; i += 4)
      svg.leaf(
          "line",
          "x1",
          x + ends[i] * r,
          "y1",
          y + ends[i + 1] * r,
          "x2",
          x + ends[i + 2] * r,
          "y2",
          y + ends[i + 3] * r,
          "stroke",
          "currentColor",
          "stroke-width",
          2.2);
  }
}
