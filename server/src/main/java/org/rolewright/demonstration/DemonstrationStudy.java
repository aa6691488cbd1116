package org.rolewright.demonstration;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.rolewright.platform.Actor;
import org.rolewright.platform.text.Language;
import org.rolewright.study.Calendar;
import org.rolewright.study.ExclusionRule;
import org.rolewright.study.InclusionRule;
import org.rolewright.study.NewStudy;
import org.rolewright.study.Panelist;
import org.rolewright.study.Programme;
import org.rolewright.study.Protocol;
import org.rolewright.study.RatingScale;
import org.rolewright.study.Requirement;
import org.rolewright.study.SamplingInput;
import org.rolewright.study.StudyId;
import org.rolewright.study.StudyService;
import org.rolewright.study.StudyView;
import org.rolewright.study.WeightingRule;

/** The first part of the demonstration: programme, requirements, panel, frozen protocol. */
record DemonstrationStudy(StudyService studies, Actor expert) {
  /** The same in every installation, so that a load that broke off can go on. */
  static final StudyId ID = new StudyId(id("study"));

  private static final long SEED = 211094;
  private static final int REPLICATES = 1999;

  static UUID id(String what) {
    return UUID.nameUUIDFromBytes(("demonstration " + what).getBytes(StandardCharsets.UTF_8));
  }

  void load() {
    var begun = new NewStudy("Community Health Worker", true, Language.ENGLISH);
    var view = studies.create(expert, ID, begun);
    if (view.version() == 1) studies.putProgramme(expert, ID, programme(), 1);
    if (view.candidate().isEmpty()) studies.wordCandidate(expert, ID, CANDIDATE, 0);
    requirements(view);
    panel(view);
    if (view.sampling().isEmpty())
      studies.putSamplingPlan(expert, ID, new SamplingInput(61_000, 95, 3, 0.1, 1, 25), 0);
    if (view.protocol().frozen().isEmpty()) freeze(view);
  }

  private void freeze(StudyView view) {
    var planned =
        studies.putProtocol(
            expert, ID, protocol(view.protocol().protocol()), view.protocol().version());
    studies.freeze(expert, ID, planned.version());
  }

  private static Programme programme() {
    return new Programme(
        "Community Health Worker",
        "To recognise community health workers who can find, support and connect people in their own community safely and with respect.",
        "People who work or volunteer as community health workers, promotores de salud or community health representatives.",
        "Entry to independent practice, after the first year of supervised work.",
        "Outreach, education, support and navigation within the role. Not diagnosis, not prescribing, not clinical supervision.",
        "Members of communities that health services reach badly. A worker who misjudges a danger, breaks confidence or gives wrong information can do them harm.",
        "Demonstration board of community health work (invented)");
  }

  private static final String CANDIDATE =
      """
      Somebody who may just pass works alone on ordinary days. They find and approach people without \
      pushing, listen, and learn what matters to them. They explain common health topics correctly in \
      plain words and say so when they do not know. They know the main services of their area and help \
      people to reach them. They recognise danger and bring in a professional at once. They keep \
      confidence and write short, correct notes. They still need advice with unusual, conflicting or \
      legally difficult situations.\
      """;

  private void requirements(StudyView view) {
    var wanted =
        List.of(
            requirement(
                "eligibility",
                Requirement.Kind.ELIGIBILITY,
                "Lives in, or shares the experience of, the community served.",
                "Definition of the role by the American Public Health Association.",
                "https://www.apha.org/apha-communities/member-sections/community-health-workers"),
            requirement(
                "experience",
                Requirement.Kind.EXPERIENCE,
                "At least 1,000 hours of paid or voluntary work in the role.",
                "Judgement of the demonstration panel; to be confirmed by a real one.",
                ""),
            requirement(
                "education",
                Requirement.Kind.EDUCATION,
                "A high school diploma or its equivalent is usual, and not required.",
                "O*NET OnLine, summary report for 21-1094.00.",
                "https://www.onetonline.org/link/summary/21-1094.00"),
            requirement(
                "prerequisite",
                Requirement.Kind.PREREQUISITE,
                "Core training of at least 40 hours, privacy and reporting duties included.",
                "Judgement of the demonstration panel; to be confirmed by a real one.",
                ""));
    var there = view.requirements().stream().map(Requirement::id).toList();
    for (var requirement : wanted)
      if (!there.contains(requirement.id())) studies.putRequirement(expert, ID, requirement);
  }

  private static Requirement requirement(
      String name, Requirement.Kind kind, String text, String evidence, String url) {
    return new Requirement(id("requirement " + name), kind, text, evidence, url, 0);
  }

  private void panel(StudyView view) {
    var there = view.panel().stream().map(Panelist::id).toList();
    for (var row : Resource.csv("panel.csv")) {
      var panelist = panelist(row);
      if (!there.contains(panelist.id())) studies.putPanelist(expert, ID, panelist);
    }
  }

  private static Panelist panelist(Map<String, String> row) {
    return new Panelist(
        id("panelist " + row.get("name")),
        row.get("name"),
        row.get("credentials"),
        row.get("role"),
        row.get("employer"),
        row.get("region"),
        Optional.of(Integer.valueOf(row.get("years"))),
        Optional.of(LocalDate.of(2026, 1, 12)),
        0);
  }

  /** Importance as usual; frequency on O*NET's seven points; cuts low enough to keep most tasks. */
  private static Protocol protocol(Protocol draft) {
    var importance = draft.scale(RatingScale.Kind.IMPORTANCE);
    var frequency =
        new RatingScale(
            RatingScale.Kind.FREQUENCY,
            draft.scale(RatingScale.Kind.FREQUENCY).question(),
            anchors(
                "Yearly or less",
                "More than yearly",
                "More than monthly",
                "More than weekly",
                "Daily",
                "Several times daily",
                "Hourly or more"));
    return new Protocol(
        Optional.of(Protocol.Raters.PEERS),
        """
        Peers rate each task on importance and on O*NET's seven-point frequency scale, so that results \
        can be compared with the published ones. A task stays when its mean importance is at least 3 \
        and at least a quarter of respondents do it: the role differs from place to place, and a task \
        that only some do can still matter for the public. The weight of a task is the product of its \
        two means. The panel alone was not thought enough: the role differs so much from place to place \
        that a dozen experts cannot speak for it. All rules are fixed before the first answer is seen.\
        """,
        List.of(importance, frequency),
        new InclusionRule(InclusionRule.Kind.IMPORTANCE_AND_PERFORMING, 3, 2, 25),
        new ExclusionRule(75, true),
        new WeightingRule(
            WeightingRule.Combination.PRODUCT_OF_MEANS, 0.5, WeightingRule.DomainRule.SUM),
        SEED,
        REPLICATES,
        Optional.of(calendar()));
  }

  private static Calendar calendar() {
    return new Calendar(
        List.of(
            stage(Calendar.Kind.WORKSHOP, "2026-01-19", "2026-01-21", "Facilitator of the panel"),
            stage(Calendar.Kind.SURVEY, "2026-03-02", "2026-04-12", "Certification expert"),
            stage(Calendar.Kind.ANALYSIS, "2026-04-20", "2026-04-30", "Certification expert"),
            stage(Calendar.Kind.PANEL_REVIEW, "2026-05-11", "2026-05-12", "Chair of the panel"),
            stage(Calendar.Kind.BLUEPRINT_ADOPTION, "2026-06-08", "2026-06-08", "Board"),
            new Calendar.Stage(
                Calendar.Kind.REPORT, "", Optional.empty(), Optional.empty(), "Board")));
  }

  private static Calendar.Stage stage(
      Calendar.Kind kind, String starts, String ends, String responsible) {
    return new Calendar.Stage(
        kind,
        "",
        Optional.of(LocalDate.parse(starts)),
        Optional.of(LocalDate.parse(ends)),
        responsible);
  }

  private static List<RatingScale.Anchor> anchors(String... labels) {
    return IntStream.range(0, labels.length)
        .mapToObj(i -> new RatingScale.Anchor(i + 1, labels[i]))
        .toList();
  }
}
