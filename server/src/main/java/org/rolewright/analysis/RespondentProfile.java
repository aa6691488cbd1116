package org.rolewright.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.rolewright.psychometrics.Estimate;
import org.rolewright.psychometrics.Optionals;
import org.rolewright.psychometrics.rating.Descriptives;
import org.rolewright.psychometrics.rating.MeanInterval;
import org.rolewright.psychometrics.sampling.MarginOfError;
import org.rolewright.psychometrics.sampling.ResponseRates;
import org.rolewright.survey.ClosedSurvey;
import org.rolewright.survey.ClosedSurvey.Response;

/** Describes those who answered. */
record RespondentProfile(ClosedSurvey survey, List<Response> kept, double confidence) {
  private static final String NOT_SAID = "-";

  Respondents describe(ExclusionRules rules, SurveyRatings ratings) {
    var accounting = survey.accounting();
    return new Respondents(
        survey.responses().size(),
        kept.size(),
        rules.counted(survey.responses()),
        channels(ratings),
        accounting.invited(),
        accounting.screenedOut(),
        accounting.incumbents(),
        responseRate(accounting),
        marginOfError(accounting.incumbents()),
        survey.questions().stream().map(this::question).toList(),
        coverage());
  }

  private static OptionalDouble responseRate(ClosedSurvey.Accounting counts) {
    int silent = counts.invited() - counts.personal();
    if (counts.invited() == 0 || silent < 0) return OptionalDouble.empty();
    var dispositions = new ResponseRates.Dispositions(counts.personal(), 0, 0, silent, 0, 0, 0);
    return ResponseRates.of(dispositions, 1).rr1();
  }

  /** Without an estimate of the field's size, as if it had no limit. */
  private OptionalDouble marginOfError(int incumbents) {
    if (kept.size() > incumbents && incumbents > 0) return OptionalDouble.empty();
    var population = incumbents > 0 ? OptionalInt.of(incumbents) : OptionalInt.empty();
    return OptionalDouble.of(MarginOfError.ofProportion(0.5, kept.size(), population, confidence));
  }

  private List<Respondents.Channel> channels(SurveyRatings ratings) {
    return Arrays.stream(ClosedSurvey.Channel.values())
        .map(channel -> channel(channel, ratings))
        .filter(channel -> channel.received() > 0)
        .toList();
  }

  private Respondents.Channel channel(ClosedSurvey.Channel channel, SurveyRatings ratings) {
    return new Respondents.Channel(
        channel,
        (int) survey.responses().stream().filter(one -> one.channel() == channel).count(),
        (int) kept.stream().filter(one -> one.channel() == channel).count(),
        meanOf(channel, ratings.importance()),
        meanOf(channel, ratings.frequency()));
  }

  private Estimate meanOf(ClosedSurvey.Channel channel, double[][] scale) {
    var own = SurveyRatings.ownMeans(scale);
    for (int r = 0; r < own.length; r++) if (kept.get(r).channel() != channel) own[r] = Double.NaN;
    var answered = Arrays.stream(own).filter(mean -> !Double.isNaN(mean)).toArray();
    return MeanInterval.of(Descriptives.of(answered), confidence);
  }

  private Estimate coverage() {
    var percents =
        kept.stream()
            .mapToDouble(one -> one.coverage().map(Integer::doubleValue).orElse(Double.NaN))
            .toArray();
    return MeanInterval.of(Descriptives.of(percents), confidence);
  }

  private Respondents.Question question(ClosedSurvey.Question question) {
    var texts = new ArrayList<Map.Entry<String, String>>();
    question.choices().forEach(choice -> texts.add(Map.entry(choice.code(), choice.text())));
    texts.add(Map.entry(NOT_SAID, ""));
    var counts =
        texts.stream().mapToInt(choice -> count(question.code(), choice.getKey())).toArray();
    var hidden = SmallCells.hidden(counts);
    var cells = new ArrayList<Respondents.Cell>();
    for (int i = 0; i < counts.length; i++) cells.add(cell(texts.get(i), counts[i], hidden.get(i)));
    return new Respondents.Question(question.code(), question.text(), List.copyOf(cells));
  }

  private Respondents.Cell cell(Map.Entry<String, String> choice, int count, boolean hidden) {
    return new Respondents.Cell(
        choice.getKey(),
        choice.getValue(),
        hidden ? OptionalInt.empty() : OptionalInt.of(count),
        hidden ? OptionalDouble.empty() : Optionals.ratio(count, kept.size()));
  }

  private int count(String question, String choice) {
    return (int)
        kept.stream()
            .filter(one -> one.background().getOrDefault(question, NOT_SAID).equals(choice))
            .count();
  }
}
