package org.rolewright.standard;

import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntBinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.rolewright.Installation;
import org.rolewright.Wiring;
import org.rolewright.form.FormId;
import org.rolewright.judging.PanelistInput;
import org.rolewright.judging.Setting;
import org.rolewright.judging.SettingId;
import org.rolewright.judging.SettingInput;
import org.rolewright.platform.Actor;
import org.rolewright.platform.Role;
import org.rolewright.platform.text.Language;
import org.rolewright.study.StudyId;

/** A panel that judges a published form through the services, up to an adopted cut. */
public final class JudgedForm {
  private static final String CANDIDATE =
      "Works alone on a plain day; asks in time when a case is not plain.";
  private final Wiring wiring;
  public final Actor.Person facilitator;
  public final Actor.Person second;
  public final List<Actor.Person> panelists;
  public final SettingId setting = new SettingId(UUID.randomUUID());
  private final int items;

  /** A panel of so many who are trained, have promised, and took the form. */
  public JudgedForm(
      Installation rolewright, StudyId study, FormId form, Setting.Method method, int size) {
    wiring = rolewright.wiring();
    facilitator = rolewright.person(Role.CERTIFICATION_EXPERT);
    second = rolewright.person(Role.CERTIFICATION_EXPERT);
    panelists = IntStream.range(0, size).mapToObj(_ -> rolewright.person(Role.SME)).toList();
    if (wiring.studies.listCandidateWordings(facilitator, study).isEmpty())
      wiring.studies.wordCandidate(facilitator, study, CANDIDATE, 0);
    items =
        wiring
            .settings
            .create(facilitator, study, setting, new SettingInput(form, method, 2, true))
            .items()
            .size();
    panelists.forEach(this::prepare);
  }

  private void prepare(Actor.Person panelist) {
    wiring.settings.putPanelist(
        facilitator,
        setting,
        panelist.id(),
        new PanelistInput(
            "Works in a clinic",
            Optional.of(LocalDate.of(2026, 5, 4)),
            Optional.of("The method and the candidate, half a day, by the facilitator")));
    var mine = wiring.panels.mine(panelist, setting, Language.ENGLISH);
    wiring.panels.promise(panelist, setting, mine.promise());
    wiring.panels.answer(
        panelist,
        setting,
        wiring.panels.mine(panelist, setting, Language.ENGLISH).items().stream()
            .collect(Collectors.toMap(item -> item.version(), _ -> TextNode.valueOf("a"))));
    wiring.panels.finish(panelist, setting);
  }

  /** Everybody rates every item, hands in, and the round is closed. */
  public void round(int number, IntBinaryOperator percentOfPanelistAndItem) {
    wiring.settings.open(facilitator, setting, number);
    for (int p = 0; p < panelists.size(); p++) {
      var panelist = panelists.get(p);
      var mine = wiring.panels.mine(panelist, setting, Language.ENGLISH).items();
      int row = p;
      var percents =
          IntStream.range(0, items)
              .boxed()
              .collect(
                  Collectors.toMap(
                      i -> mine.get(i).version(),
                      i -> percentOfPanelistAndItem.applyAsInt(row, i)));
      wiring.panels.rate(panelist, setting, number, percents);
      wiring.panels.handIn(panelist, setting, number);
    }
    wiring.settings.close(facilitator, setting, number);
  }

  public void lock() {
    wiring.settings.lock(facilitator, setting);
  }

  /** Proposed by one and adopted by another, as recommended and not moved. */
  public CutScore adopted() {
    var input =
        new CutInput(
            CutError.JUDGEMENT, 0, Optional.empty(), Optional.empty(), "As the panel recommends.");
    var proposed =
        wiring.standards.propose(facilitator, setting, new CutId(UUID.randomUUID()), input);
    var cut = wiring.standards.adopt(second, proposed.terms().id(), proposed.hash());
    return wiring.database.transaction(tx -> wiring.standards.cut(tx, cut.terms().id()));
  }

  /** A cut in force that asks for this percent of the points, give or take a panelist. */
  public static CutScore adopted(Installation rolewright, StudyId study, FormId form, int percent) {
    var judged = new JudgedForm(rolewright, study, form, Setting.Method.MODIFIED_ANGOFF, 3);
    judged.round(1, (panelist, _) -> percent + panelist - 1);
    judged.round(2, (panelist, _) -> percent + panelist - 1);
    judged.lock();
    return judged.adopted();
  }
}
