package org.rolewright.itemwriting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.rolewright.item.ItemContent;
import org.rolewright.item.ItemContent.Multiple;
import org.rolewright.item.ItemContent.Single;
import org.rolewright.itemwriting.Reading.Choice;

/**
 * Reads an item as an editor would, in every language that it is written in.
 *
 * <p>The rules are those that item-writing guides agree upon: Haladyna, Downing &amp; Rodriguez
 * (2002), Applied Measurement in Education 15, 309–334 (rules on stems and options, table 1);
 * Rodriguez (2005), Educational Measurement: Issues and Practice 24(2), 3–13 (three options are
 * enough); cues that test-wise people use: Millman, Bishop &amp; Ebel (1965), Educational and
 * Psychological Measurement 25, 707–726. The thresholds are ours.
 */
public final class FlawRules {
  /** The key is a cue when it has this many times the words of the longest distractor. */
  private static final double LONGER = 1.5;

  /** … and at least this many words more. */
  private static final int MORE_WORDS = 3;

  private static final int FEWEST_STEM_WORDS = 4;
  private static final int MOST_OPTIONS = 5;
  private static final int SAME_WORDS = 3;
  private static final int LONG_WORD = 6;
  private static final Pattern EMPHASIS = Pattern.compile("<(strong|em|b|u)>\\s*\\p{L}+\\s*</");

  private final Reading reading;
  private final FlawWords words;
  private final List<Finding> findings = new ArrayList<>();

  private FlawRules(Reading reading) {
    this.reading = reading;
    words = FlawWords.of(reading.language());
  }

  /** All findings, language by language. */
  public static List<Finding> review(ItemContent content) {
    return content.languages().stream()
        .filter(language -> !content.stem().lacks(language))
        .flatMap(language -> new FlawRules(Reading.of(content, language)).read(content).stream())
        .toList();
  }

  private List<Finding> read(ItemContent content) {
    negativeLeadIn();
    emptyStem();
    if (content instanceof Single || content instanceof Multiple) {
      options();
      longestKey();
      repeatedWord();
      sameOptions();
      unorderedNumbers();
      sameBeginning();
      manyOptions();
      articleCue();
    }
    return findings;
  }

  private void negativeLeadIn() {
    var found = words.negatives().matcher(reading.leadIn());
    if (!found.find()) return;
    var word = found.group();
    boolean stressed =
        word.equals(word.toUpperCase(Locale.ROOT)) || EMPHASIS.matcher(reading.html()).find();
    var values = Map.of("word", last(word));
    findings.add(
        stressed
            ? Finding.note(reading.stemPointer(), Flaw.NEGATIVE_LEAD_IN, values)
            : Finding.warning(reading.stemPointer(), Flaw.NEGATIVE_LEAD_IN, values));
  }

  private static String last(String phrase) {
    return phrase.substring(phrase.lastIndexOf(' ') + 1);
  }

  private void emptyStem() {
    if (reading.html().contains("<img") || reading.html().contains("<math")) return;
    if (Reading.words(reading.stem()).size() < FEWEST_STEM_WORDS)
      findings.add(Finding.warning(reading.stemPointer(), Flaw.EMPTY_STEM, Map.of()));
  }

  private void options() {
    each(option -> words.all().matcher(option.text()).matches(), Flaw.ALL_OF_THE_ABOVE);
    each(option -> words.none().matcher(option.text()).matches(), Flaw.NONE_OF_THE_ABOVE);
    for (var option : reading.options()) {
      FlawWords.firstOf(words.absolutes(), option.text())
          .ifPresent(word -> warn(option, Flaw.ABSOLUTE_WORD, Map.of("word", word)));
      FlawWords.firstOf(words.vague(), option.text())
          .ifPresent(word ->
              findings.add(
                  Finding.note(
                      option.pointer(reading.language()), Flaw.VAGUE_WORD, Map.of("word", word))));
    }
  }

  private void each(Predicate<Choice> is, Flaw flaw) {
    reading.options().stream().filter(is).forEach(option -> warn(option, flaw, Map.of()));
  }

  private void warn(Choice option, Flaw flaw, Map<String, ?> values) {
    findings.add(Finding.warning(option.pointer(reading.language()), flaw, values));
  }

  private void longestKey() {
    int longest = reading.distractors().stream().mapToInt(FlawRules::length).max().orElse(0);
    if (longest == 0 || reading.keys().size() != 1) return;
    var key = reading.keys().getFirst();
    if (length(key) >= longest * LONGER && length(key) - longest >= MORE_WORDS)
      warn(key, Flaw.LONGEST_KEY, Map.of("key", length(key), "others", longest));
  }

  private static int length(Choice option) {
    return Reading.words(option.text()).size();
  }

  private void repeatedWord() {
    if (reading.keys().size() != 1) return;
    var key = reading.keys().getFirst();
    var elsewhere = new HashSet<String>();
    for (var other : reading.distractors()) elsewhere.addAll(Reading.words(other.text()));
    var stem = Reading.wordSet(reading.stem());
    Reading.words(key.text()).stream()
        .filter(word -> word.length() >= LONG_WORD && stem.contains(word))
        .filter(word -> !elsewhere.contains(word) && !words.common().contains(word))
        .findFirst()
        .ifPresent(word -> warn(key, Flaw.REPEATED_WORD, Map.of("word", word)));
  }

  private void sameOptions() {
    var seen = new HashMap<String, Integer>();
    for (var option : reading.options()) {
      var text = String.join(" ", Reading.words(option.text()));
      if (text.isEmpty()) continue;
      var other = seen.putIfAbsent(text, option.at() + 1);
      if (other != null)
        warn(option, Flaw.SAME_OPTIONS, Map.of("option", option.at() + 1, "other", other));
    }
  }

  private void unorderedNumbers() {
    var numbers = new ArrayList<BigDecimal>();
    for (var option : reading.options()) number(option.text()).ifPresent(numbers::add);
    if (numbers.size() < 2 || numbers.size() < reading.options().size()) return;
    boolean rising = true;
    boolean falling = true;
    for (int at = 1; at < numbers.size(); at++) {
      int step = numbers.get(at).compareTo(numbers.get(at - 1));
      rising &= step >= 0;
      falling &= step <= 0;
    }
    if (!rising && !falling)
      findings.add(Finding.warning("/options", Flaw.UNORDERED_NUMBERS, Map.of()));
  }

  private static final Pattern NUMBER = Pattern.compile("\\D{0,3}(\\d+(?:[.,]\\d+)?)(?:\\D.*)?");

  private static Optional<BigDecimal> number(String text) {
    var found = NUMBER.matcher(text.strip());
    return found.matches()
        ? Optional.of(new BigDecimal(found.group(1).replace(',', '.')))
        : Optional.empty();
  }

  private void sameBeginning() {
    if (reading.options().size() < 3) return;
    var beginnings = new HashSet<List<String>>();
    for (var option : reading.options()) {
      var all = Reading.words(option.text());
      if (all.size() <= SAME_WORDS) return;
      beginnings.add(all.subList(0, SAME_WORDS));
    }
    if (beginnings.size() == 1)
      findings.add(
          Finding.note(
              "/options",
              Flaw.SAME_BEGINNING,
              Map.of("words", String.join(" ", beginnings.iterator().next()))));
  }

  private void manyOptions() {
    if (reading.options().size() > MOST_OPTIONS)
      findings.add(
          Finding.note("/options", Flaw.MANY_OPTIONS, Map.of("count", reading.options().size())));
  }

  private void articleCue() {
    var stem = Reading.words(reading.stem());
    if (stem.isEmpty() || reading.stem().endsWith("?")) return;
    if (words.articles().contains(stem.getLast()))
      findings.add(
          Finding.warning(reading.stemPointer(), Flaw.ARTICLE_CUE, Map.of("word", stem.getLast())));
  }
}
