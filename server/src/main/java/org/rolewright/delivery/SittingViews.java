package org.rolewright.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rolewright.delivery.Papers.Paper;
import org.rolewright.delivery.SittingView.ExitQuestionView;
import org.rolewright.delivery.SittingView.ItemView;
import org.rolewright.delivery.SittingView.PartView;
import org.rolewright.delivery.SittingView.PictureView;
import org.rolewright.delivery.SittingView.SaidView;
import org.rolewright.form.Part;
import org.rolewright.item.CandidateItem;
import org.rolewright.itembank.CandidateView;
import org.rolewright.itembank.ItemVersionId;
import org.rolewright.library.StimulusVersionId;
import org.rolewright.platform.text.Language;
import org.rolewright.platform.text.Localized;
import org.rolewright.timing.SittingState;

/** Puts together what a candidate's page gets. */
final class SittingViews {
  private final Sitting sitting;
  private final Paper paper;
  private final Language language;
  private final boolean showItems;

  SittingViews(Sitting sitting, Paper paper) {
    this.sitting = sitting;
    this.paper = paper;
    language = sitting.plan().language();
    showItems = sitting.state().underWay();
  }

  SittingView view(SittingStatusView status, List<AnswerRepository.Said> said) {
    var plan = sitting.plan();
    return new SittingView(
        sitting.id(),
        plan.displayName(),
        new SittingView.Exam(plan.examTitle(), plan.formCode()),
        language,
        plan.display(),
        plan.agreementVersion(),
        plan.opensAt(),
        plan.closesAt(),
        plan.allowedMs() / 1000,
        status,
        parts(),
        showItems ? pictures() : List.of(),
        extraBreaks(),
        sitting.state() == SittingState.CLOSED
            ? List.of()
            : said.stream()
                .map(one -> new SaidView(one.item(), one.kind(), one.epoch(), one.value()))
                .toList());
  }

  private List<SittingView.ExtraBreak> extraBreaks() {
    var lengths = sitting.plan().extraBreaks();
    var breaks = new ArrayList<SittingView.ExtraBreak>();
    for (var number = 1; number <= lengths.size(); number++)
      breaks.add(
          new SittingView.ExtraBreak(
              number, lengths.get(number - 1), sitting.breaksTaken().contains(number)));
    return List.copyOf(breaks);
  }

  private List<PartView> parts() {
    var views = new ArrayList<PartView>();
    for (var at = 0; at < paper.form().parts().size(); at++)
      views.add(part(at, paper.form().parts().get(at)));
    return List.copyOf(views);
  }

  private PartView part(int at, Part part) {
    var planned = sitting.plan().parts().get(at);
    var blank = new Blank(at);
    return switch (part) {
      case Part.Agreement one ->
          blank.reading(
              "agreement", said(one.title()), said(one.text()), Optional.of(one.version()));
      case Part.Tutorial one ->
          blank.reading("tutorial", said(one.title()), said(one.text()), Optional.empty());
      case Part.Questions one -> questions(at, one, planned);
      case Part.Break one -> blank.pause(one);
      case Part.Exit one -> blank.exit(said(one.title()), exit(one));
    };
  }

  /** Views of a part that have no items. */
  private record Blank(int at) {
    PartView reading(String kind, String title, String text, Optional<String> version) {
      return view(
          kind, Optional.of(title), Optional.of(text), version, Optional.empty(), Optional.empty());
    }

    PartView pause(Part.Break pause) {
      return view(
          "break",
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.of(pause),
          Optional.empty());
    }

    PartView exit(String title, List<ExitQuestionView> questions) {
      return view(
          "exit",
          Optional.of(title),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.of(questions));
    }

    private PartView view(
        String kind,
        Optional<String> title,
        Optional<String> text,
        Optional<String> version,
        Optional<Part.Break> pause,
        Optional<List<ExitQuestionView>> questions) {
      return new PartView(
          at,
          kind,
          Optional.empty(),
          title,
          text,
          version,
          Optional.empty(),
          pause.map(one -> (long) one.seconds()),
          Optional.empty(),
          pause.map(Part.Break::optional),
          pause.map(Part.Break::stopsClock),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          questions);
    }
  }

  private PartView questions(int at, Part.Questions section, Plan.Part planned) {
    return new PartView(
        at,
        "questions",
        Optional.of(section.number()),
        Optional.of(said(section.title())),
        Optional.empty(),
        Optional.empty(),
        section.instructions().map(this::said),
        planned.ms().map(ms -> ms / 1000),
        Optional.of(section.navigation().code()),
        Optional.empty(),
        Optional.empty(),
        Optional.of(planned.fromItem()),
        Optional.of(planned.toItem()),
        showItems
            ? Optional.of(planned.items().stream().map(this::item).toList())
            : Optional.empty(),
        Optional.empty());
  }

  private ItemView item(Plan.Item planned) {
    var version = new ItemVersionId(planned.version());
    var written = CandidateItem.of(paper.contents().get(version), language);
    return new ItemView(
        planned.item(),
        new CandidateItem(
            written.type(),
            written.stem(),
            written.options().map(options -> inOrder(options, planned.options())),
            written.prompts(),
            written.unit()),
        planned
            .stimulus()
            .map(id -> paper.stimuli().get(new StimulusVersionId(id)))
            .map(stimulus -> CandidateView.Stimulus.of(stimulus, language)));
  }

  private List<PictureView> pictures() {
    return paper.pictures().stream()
        .map(picture -> new PictureView(picture.id(), said(picture.alt()), picture.src()))
        .toList();
  }

  private static List<CandidateItem.Shown> inOrder(
      List<CandidateItem.Shown> options, List<String> order) {
    Map<String, CandidateItem.Shown> byId =
        options.stream().collect(Collectors.toMap(CandidateItem.Shown::id, Function.identity()));
    return order.stream().map(byId::get).toList();
  }

  private List<ExitQuestionView> exit(Part.Exit exit) {
    return exit.questions().stream()
        .map(question ->
            new ExitQuestionView(
                question.id(),
                said(question.text()),
                question.kind().code(),
                Optional.of(question.options().stream().map(this::said).toList())
                    .filter(options -> !options.isEmpty())))
        .toList();
  }

  private String said(Localized text) {
    return text.best(language);
  }
}
