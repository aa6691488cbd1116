package org.rolewright.psychometrics.cutscore;

import static org.rolewright.psychometrics.Arguments.require;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.rolewright.psychometrics.Optionals;
import org.rolewright.psychometrics.Warning;
import org.rolewright.psychometrics.Warning.Kind;
import org.rolewright.psychometrics.irt.LogisticItem;
import org.rolewright.psychometrics.irt.SummedScores;
import org.rolewright.psychometrics.math.Moments;
import org.rolewright.psychometrics.math.Quantile;

/**
 * Bookmark: items in a booklet from easy to hard, and the page at which a borderline candidate
 * stops.
 *
 * <p>An item stands at the proficiency where it is answered rightly with the response probability
 * RP: b + ln(RP/(1 − RP))/(Da) with guessing taken out, or b + ln((RP − c)/(1 − RP))/(Da) with
 * guessing left in. Each rater's page becomes a proficiency; the panel's median (or mean) becomes a
 * raw cut by the test characteristic curve. Standard errors: mean s/√J; median 1.2533 s/√J.
 *
 * <p>Conventions that move the cut, so they are named: RP = 2/3 (not .67) unless told otherwise;
 * the cut lies at the bookmarked item, at the item before it, or half-way between.
 *
 * <p>Input: pages from 1; a page one past the last item means that all items are mastered and needs
 * {@link Place#ITEM_BEFORE}. Equal locations keep the order of the items ({@code TIE}).
 *
 * <p>Special cases: with guessing left in, an item with c ≥ RP has no location; it opens the
 * booklet ({@code NOT_ATTAINABLE}). A page without a location (such an item, the item before page
 * 1) gives that rater no proficiency; the rater is left out ({@code DROPPED_MISSING}). One rater
 * has no standard error ({@code ONE_RATER}).
 *
 * <p>Sources: Mitzel, Lewis, Patz &amp; Green (2001) in Cizek, Setting Performance Standards,
 * 249–281; Cizek &amp; Bunch (2007), Standard Setting, chapter 10. Checked against the formulas
 * evaluated in R 4.2.2.
 */
public final class Bookmark {

  /** Whether the response probability includes lucky guesses. */
  public enum Guessing {
    /** RP is the probability of knowing: guessing is taken out. */
    TAKEN_OUT,
    /** RP is the probability of a right answer, guesses included. */
    LEFT_IN
  }

  /** Where a bookmark puts the cut. */
  public enum Place {
    /** At the bookmarked item, the first one not mastered. */
    BOOKMARKED_ITEM,
    /** At the last item before the bookmark. */
    ITEM_BEFORE,
    /** Half-way between the two. */
    MIDPOINT
  }

  /** How the raters become one cut. */
  public enum Summary {
    /** The median of the raters' proficiencies. */
    MEDIAN,
    /** Their mean. */
    MEAN
  }

  /**
   * The cut and what it rests on.
   *
   * @param proficiency the panel's cut on the θ scale, by the summary chosen
   * @param rawCut expected raw score there
   * @param locations of the items, in their own order
   * @param order 1-based numbers of the items in booklet order
   * @param raterProficiencies in order of the raters
   * @param median of the raters' proficiencies
   * @param mean of the raters' proficiencies
   * @param standardErrorOfMedian 1.2533 s/√J
   * @param standardErrorOfMean s/√J
   * @param used raters used
   * @param dropped raters left out
   * @param warnings what a reader must know
   */
  public record Result(
      OptionalDouble proficiency,
      OptionalDouble rawCut,
      List<OptionalDouble> locations,
      List<Integer> order,
      List<OptionalDouble> raterProficiencies,
      OptionalDouble median,
      OptionalDouble mean,
      OptionalDouble standardErrorOfMedian,
      OptionalDouble standardErrorOfMean,
      int used,
      int dropped,
      List<Warning> warnings) {

    /** Copies the lists. */
    public Result {
      locations = List.copyOf(locations);
      order = List.copyOf(order);
      raterProficiencies = List.copyOf(raterProficiencies);
      warnings = List.copyOf(warnings);
    }
  }

  private final double responseProbability;
  private final Guessing guessing;
  private final Place place;
  private final Summary summary;

  private Bookmark(double responseProbability, Guessing guessing, Place place, Summary summary) {
    this.responseProbability = responseProbability;
    this.guessing = guessing;
    this.place = place;
    this.summary = summary;
  }

  /** RP 2/3, guessing taken out, at the bookmarked item, median. */
  public static Bookmark withDefaults() {
    return new Bookmark(2.0 / 3, Guessing.TAKEN_OUT, Place.BOOKMARKED_ITEM, Summary.MEDIAN);
  }

  /** The response probability, inside (0, 1). */
  public Bookmark withResponseProbability(double rp) {
    require(rp > 0 && rp < 1, "response probability must lie inside (0, 1)", rp);
    return new Bookmark(rp, guessing, place, summary);
  }

  /** Whether the response probability includes lucky guesses. */
  public Bookmark with(Guessing rule) {
    return new Bookmark(responseProbability, rule, place, summary);
  }

  /** Where a bookmark puts the cut. */
  public Bookmark with(Place rule) {
    return new Bookmark(responseProbability, guessing, rule, summary);
  }

  /** How the raters become one cut. */
  public Bookmark with(Summary rule) {
    return new Bookmark(responseProbability, guessing, place, rule);
  }

  /** Where each item stands; empty where guessing alone reaches the response probability. */
  public List<OptionalDouble> locations(List<LogisticItem> items) {
    return items.stream().map(this::location).toList();
  }

  private OptionalDouble location(LogisticItem item) {
    double c = guessing == Guessing.LEFT_IN ? item.guessing() : 0;
    return c >= responseProbability
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            new LogisticItem(item.discrimination(), item.difficulty(), c, item.scaling())
                .location(responseProbability));
  }

  /**
   * Estimates the cut.
   *
   * @param items the items of the booklet, in any order
   * @param pages each rater's bookmark, 1-based page of the booklet in order of location
   * @throws IllegalArgumentException if there is no item, or a page lies outside the booklet
   */
  public Result estimate(List<LogisticItem> items, int[] pages) {
    require(!items.isEmpty(), "there must be an item", 0);
    var locations = locations(items);
    var order =
        IntStream.range(0, items.size())
            .boxed()
            .sorted(Comparator.comparingDouble(i -> inBooklet(locations.get(i))))
            .toList();
    double[] booklet =
        order.stream().mapToDouble(i -> locations.get(i).orElse(Double.NaN)).toArray();
    double[] own = Arrays.stream(pages).mapToDouble(page -> proficiency(booklet, page)).toArray();
    double[] used = Arrays.stream(own).filter(Double::isFinite).toArray();
    double median = Quantile.TYPE_7.of(used, 0.5);
    double mean = Moments.mean(used);
    OptionalDouble theta = Optionals.finite(summary == Summary.MEDIAN ? median : mean);
    OptionalDouble error = Panel.standardError(used);
    return new Result(
        theta,
        theta.isEmpty()
            ? theta
            : Optionals.finite(SummedScores.expected(items, theta.getAsDouble())),
        locations,
        order.stream().map(i -> i + 1).toList(),
        Optionals.finite(own),
        Optionals.finite(median),
        Optionals.finite(mean),
        Optionals.finite(Panel.MEDIAN_FACTOR * error.orElse(Double.NaN)),
        error,
        used.length,
        own.length - used.length,
        warnings(booklet, own.length, used.length));
  }

  private static double inBooklet(OptionalDouble location) {
    return location.orElse(Double.NEGATIVE_INFINITY);
  }

  private double proficiency(double[] booklet, int page) {
    int last = place == Place.ITEM_BEFORE ? booklet.length + 1 : booklet.length;
    require(page >= 1 && page <= last, "page outside the booklet", page);
    double before = page > 1 ? booklet[page - 2] : Double.NaN;
    return switch (place) {
      case BOOKMARKED_ITEM -> booklet[page - 1];
      case ITEM_BEFORE -> before;
      case MIDPOINT -> (before + booklet[page - 1]) / 2;
    };
  }

  private static List<Warning> warnings(double[] booklet, int raters, int used) {
    var warnings = new ArrayList<Warning>();
    for (int page = 0; page < booklet.length; page++) {
      if (Double.isNaN(booklet[page])) {
        warnings.add(Warning.of(Kind.NOT_ATTAINABLE, "page " + (page + 1)));
      } else if (page > 0 && booklet[page] == booklet[page - 1]) {
        warnings.add(Warning.of(Kind.TIE, "page " + (page + 1)));
      }
    }
    if (used < raters) {
      warnings.add(Warning.of(Kind.DROPPED_MISSING));
    }
    if (used < 2) {
      warnings.add(Warning.of(used == 0 ? Kind.NO_DATA : Kind.ONE_RATER));
    }
    return warnings;
  }
}
