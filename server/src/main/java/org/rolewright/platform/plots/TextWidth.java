package org.rolewright.platform.plots;

import java.util.ArrayList;
import java.util.List;

/**
 * How wide text will be, rather too wide than too narrow: advance widths of Noto Sans with a
 * margin, because a browser may set it in another face.
 */
final class TextWidth {
  /** Size of labels. Not 12: the PDF engine garbles SVG text of exactly 12 px. */
  static final double LABEL = 11.5;

  /** Size of tick labels and notes. */
  static final double SMALL = 10.5;

  /** How much wider bold type may be. */
  static final double BOLD = 1.1;

  private static final String ELLIPSIS = "…";
  private static final double MARGIN = 1.06;

  /** Advances in thousandths of the size for the characters 32 to 126. */
  private static final int[] ADVANCES = {
    260, 269, 408, 646, 572, 831, 732, 225, 300, 300, 551, 572, 268, 322, 268, 372, 572, 572, 572,
    572, 572, 572, 572, 572, 572, 572, 268, 268, 572, 572, 572, 434, 899, 639, 650, 632, 730, 556,
    519, 728, 741, 339, 273, 619, 524, 907, 760, 781, 605, 781, 622, 549, 556, 731, 600, 930, 586,
    566, 572, 329, 372, 329, 572, 444, 281, 561, 615, 480, 615, 564, 344, 615, 618, 258, 258, 534,
    258, 935, 618, 605, 615, 615, 413, 479, 361, 618, 508, 786, 529, 510, 470, 380, 551, 380, 572
  };

  private TextWidth() {}

  static double of(String text, double size) {
    return text.codePoints().mapToDouble(TextWidth::advance).sum() * size / 1000 * MARGIN;
  }

  private static double advance(int c) {
    if (c >= 32 && c <= 126) return ADVANCES[c - 32];
    if (c == '\u00a0') return 260;
    if (c < 0x250) return Character.isUpperCase(c) ? 781 : 640;
    return 1000;
  }

  /** The text itself, or as much of its beginning as fits, with an ellipsis. */
  static String fitted(String text, double size, double room) {
    if (of(text, size) <= room) return text;
    int end = text.length();
    while (end > 0 && of(text.substring(0, end).stripTrailing() + ELLIPSIS, size) > room)
      end = text.offsetByCodePoints(end, -1);
    return text.substring(0, end).stripTrailing() + ELLIPSIS;
  }

  /** Broken between words into at most so many lines; the last one is abbreviated if need be. */
  static List<String> wrapped(String text, double size, double room, int mostLines) {
    var lines = new ArrayList<String>();
    var rest = text.strip();
    while (lines.size() < mostLines - 1 && of(rest, size) > room) {
      int cut = lastBreak(rest, size, room);
      if (cut <= 0) break;
      lines.add(rest.substring(0, cut));
      rest = rest.substring(cut).strip();
    }
    lines.add(fitted(rest, size, room));
    return lines;
  }

  private static int lastBreak(String text, double size, double room) {
    int best = -1;
    for (int i = text.indexOf(' '); i >= 0; i = text.indexOf(' ', i + 1)) {
      if (of(text.substring(0, i), size) > room) break;
      best = i;
    }
    return best;
  }
}
