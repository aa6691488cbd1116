package org.rolewright.platform.plots;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds room for short labels beside their points, so that none covers a mark or another label. */
final class LabelPlacer {
  private static final double HEIGHT = 12;
  private static final double[] DISTANCES = {7, 13};

  /** Directions from the point, best first: right, left, above, below, then the corners. */
  private static final int[][] DIRECTIONS = {
    {1, 0}, {-1, 0}, {0, -1}, {0, 1}, {1, -1}, {-1, -1}, {1, 1}, {-1, 1}
  };

  private final Box bounds;
  private final List<Box> taken = new ArrayList<>();

  LabelPlacer(Box bounds) {
    this.bounds = bounds;
  }

  record Box(double left, double top, double right, double bottom) {
    boolean overlaps(Box other) {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }

    boolean holds(Box other) {
      return left <= other.left
          && top <= other.top
          && right >= other.right
          && bottom >= other.bottom;
    }

    static Box around(double x, double y, double r) {
      return new Box(x - r, y - r, x + r, y + r);
    }
  }

  void keepFree(Box box) {
    taken.add(box);
  }

  /** Where the text of this width goes; nowhere when there is no room. */
  Optional<Box> place(double x, double y, double width) {
    for (double distance : DISTANCES)
      for (int[] direction : DIRECTIONS) {
        var box = candidate(x, y, width, direction, distance);
        if (bounds.holds(box) && taken.stream().noneMatch(box::overlaps)) {
          taken.add(box);
          return Optional.of(box);
        }
      }
    return Optional.empty();
  }

  private static Box candidate(double x, double y, double width, int[] direction, double distance) {
    double middleX = x + direction[0] * (distance + width / 2);
    double middleY = y + direction[1] * (distance + HEIGHT / 2 - 1);
    return new Box(
        middleX - width / 2, middleY - HEIGHT / 2, middleX + width / 2, middleY + HEIGHT / 2);
  }
}
