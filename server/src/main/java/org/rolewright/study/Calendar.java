package org.rolewright.study;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.rolewright.platform.Refusal;

/** When each stage of a study is to happen and who answers for it; a stage may be left undated. */
public record Calendar(List<Stage> stages) {
  /** What happens, in the order in which it usually does. */
  public enum Kind {
    WORKSHOP,
    SURVEY,
    ANALYSIS,
    PANEL_REVIEW,
    BLUEPRINT_ADOPTION,
    REPORT,
    /** Anything else; it has a name of its own. */
    OTHER
  }

  /**
   * One line of the calendar.
   *
   * @param name empty but for {@link Kind#OTHER}
   * @param starts first day; for a survey the day it opens
   * @param ends last day; for a survey the day it closes
   * @param responsible who answers for it; empty while open
   */
  public record Stage(
      Kind kind,
      String name,
      Optional<LocalDate> starts,
      Optional<LocalDate> ends,
      String responsible) {
    public Stage {
      if (kind == Kind.OTHER && name.isBlank()) throw new Refusal.BrokenRule("otherStageHasAName");
      if (starts.isPresent() && ends.isPresent() && ends.get().isBefore(starts.get()))
        throw new Refusal.BrokenRule(
            "stageEndsAfterItStarts", Map.of("starts", starts.get(), "ends", ends.get()));
    }

    static Stage undated(Kind kind) {
      return new Stage(kind, "", Optional.empty(), Optional.empty(), "");
    }

    private Optional<LocalDate> firstDay() {
      return starts.or(() -> ends);
    }

    private Optional<LocalDate> lastDay() {
      return ends.or(() -> starts);
    }
  }

  /** A stage that begins before an earlier one is over. */
  public record Overlap(Kind stage, Kind earlier) {}

  public Calendar {
    stages = List.copyOf(stages);
    var fixed = stages.stream().map(Stage::kind).filter(kind -> kind != Kind.OTHER).toList();
    if (fixed.stream().distinct().count() < fixed.size())
      throw new Refusal.BrokenRule("stageStandsOnce");
  }

  /** Every usual stage, none dated. */
  static Calendar undated() {
    return new Calendar(
        Stream.of(Kind.values()).filter(kind -> kind != Kind.OTHER).map(Stage::undated).toList());
  }

  /** Usual stages that begin before the dated one before them is over: worth a look, not wrong. */
  List<Overlap> overlaps() {
    var dated =
        stages.stream()
            .filter(stage -> stage.kind() != Kind.OTHER && stage.firstDay().isPresent())
            .sorted(java.util.Comparator.comparing(Stage::kind))
            .toList();
    var found = new ArrayList<Overlap>();
    for (var at = 1; at < dated.size(); at++) {
      var earlier = dated.get(at - 1);
      var stage = dated.get(at);
      if (stage.firstDay().get().isBefore(earlier.lastDay().get()))
        found.add(new Overlap(stage.kind(), earlier.kind()));
    }
    return found;
  }
}
