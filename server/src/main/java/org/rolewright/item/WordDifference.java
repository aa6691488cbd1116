package org.rolewright.item;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.rolewright.item.Difference.Fate;
import org.rolewright.item.Difference.Part;

/** Two texts word by word: the longest common row of words stays, the rest was taken or put. */
final class WordDifference {
  /** A word, or a mark, with the space before it. */
  private static final Pattern WORD =
      Pattern.compile("\\s*[\\p{L}\\p{M}\\p{N}]+|\\s*[^\\s\\p{L}\\p{M}\\p{N}]|\\s+");

  /** Beyond this many pairs of words the middle counts as replaced. */
  private static final int MOST_PAIRS = 4_000_000;

  private final List<String> before;
  private final List<String> after;
  private final List<Part> parts = new ArrayList<>();

  private WordDifference(String before, String after) {
    this.before = words(before);
    this.after = words(after);
  }

  static List<Part> of(String before, String after) {
    return new WordDifference(before, after).parts();
  }

  private static List<String> words(String text) {
    return WORD.matcher(text).results().map(match -> match.group()).toList();
  }

  private List<Part> parts() {
    int begin = 0;
    int shorter = Math.min(before.size(), after.size());
    while (begin < shorter && before.get(begin).equals(after.get(begin))) begin++;
    int end = 0;
    while (end < shorter - begin
        && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) end++;
    add(Fate.SAME, before.subList(0, begin));
    middle(before.subList(begin, before.size() - end), after.subList(begin, after.size() - end));
    add(Fate.SAME, before.subList(before.size() - end, before.size()));
    return List.copyOf(parts);
  }

  private void middle(List<String> old, List<String> young) {
    if ((long) old.size() * young.size() > MOST_PAIRS) {
      add(Fate.REMOVED, old);
      add(Fate.ADDED, young);
      return;
    }
    var common = common(old, young);
    int i = 0;
    int j = 0;
    while (i < old.size() || j < young.size()) {
      if (i < old.size() && j < young.size() && old.get(i).equals(young.get(j))) {
        add(Fate.SAME, old.subList(i, ++i));
        j++;
      } else if (j == young.size() || (i < old.size() && common[i + 1][j] >= common[i][j + 1]))
        add(Fate.REMOVED, old.subList(i, ++i));
      else add(Fate.ADDED, young.subList(j, ++j));
    }
  }

  /** Length of the longest common row of words from each pair of places on. */
  private static int[][] common(List<String> old, List<String> young) {
    var common = new int[old.size() + 1][young.size() + 1];
    for (int i = old.size() - 1; i >= 0; i--)
      for (int j = young.size() - 1; j >= 0; j--)
        common[i][j] =
            old.get(i).equals(young.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
    return common;
  }

  private void add(Fate fate, List<String> words) {
    if (words.isEmpty()) return;
    var text = String.join("", words);
    if (!parts.isEmpty() && parts.getLast().kind() == fate)
      parts.set(parts.size() - 1, new Part(fate, parts.getLast().text() + text));
    else parts.add(new Part(fate, text));
  }
}
