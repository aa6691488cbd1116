package org.rolewright.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rolewright.platform.text.Language;
import org.rolewright.platform.text.Texts;

/**
 * What an import would do. Nothing has been stored.
 *
 * @param errors lines that cannot be used; with any of them nothing is imported
 * @param lines the first errors, then the first good ones
 */
public record RatingsPreview(int respondents, int errors, List<LineView> lines) {
  private static final int MOST_ERRORS = 200;
  private static final int MOST_EXAMPLES = 20;

  /**
   * A line of the file.
   *
   * @param rated tasks with importance or frequency
   * @param notPerformed tasks that are not done
   * @param message why it cannot be used
   */
  public record LineView(
      int line,
      String respondent,
      int rated,
      int notPerformed,
      int background,
      Optional<String> message) {}

  static RatingsPreview of(RatingsFile file, Texts texts, Language language) {
    var bad = file.lines().stream().filter(line -> line.fault().isPresent()).toList();
    var good = file.lines().stream().filter(line -> line.fault().isEmpty()).toList();
    var shown = new ArrayList<LineView>();
    bad.stream().limit(MOST_ERRORS).forEach(line -> shown.add(view(line, texts, language)));
    good.stream().limit(MOST_EXAMPLES).forEach(line -> shown.add(view(line, texts, language)));
    return new RatingsPreview(file.lines().size(), bad.size(), List.copyOf(shown));
  }

  private static LineView view(RatingsFile.Line line, Texts texts, Language language) {
    var ratings = line.answers().ratings().values();
    var notPerformed = (int) ratings.stream().filter(RatingsPreview::notDone).count();
    return new LineView(
        line.number(),
        line.respondent(),
        ratings.size() - notPerformed,
        notPerformed,
        line.answers().background().size(),
        line.fault().map(fault -> texts.text(language, "fault." + fault.key(), fault.values())));
  }

  private static boolean notDone(Rating rating) {
    return rating.performed().equals(Optional.of(false));
  }
}
