package org.rolewright.platform.plots;

import org.rolewright.platform.text.Formats;

/**
 * What a plot is drawn on.
 *
 * @param id prefix of every id inside, so that figures can share a page
 * @param width in CSS pixels, at least 280
 * @param height the most a picture may take; a longer plot goes on in further pictures
 */
public record Sheet(String id, int width, int height, Formats formats) {
  /** A telephone held upright. */
  public static final int PHONE = 360;

  public static final int SCREEN = 720;

  /** Below this width labels stand above their rows. */
  private static final int NARROW = 480;

  public Sheet {
    if (!id.matches("[a-z][a-z0-9-]*")) throw new IllegalArgumentException("not an id: " + id);
    if (width < 280) throw new IllegalArgumentException("too narrow a sheet: " + width);
    if (height < 240) throw new IllegalArgumentException("too low a sheet: " + height);
  }

  /** A screen scrolls, so the height has no end. */
  public static Sheet screen(String id, int width, Formats formats) {
    return new Sheet(id, width, Integer.MAX_VALUE, formats);
  }

  boolean narrow() {
    return width < NARROW;
  }
}
