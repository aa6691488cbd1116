package org.rolewright.demonstration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.rolewright.demonstration.DemonstrationAccounts.Account;
import org.rolewright.form.FormId;
import org.rolewright.item.CandidateItem;
import org.rolewright.itembank.ItemVersionId;
import org.rolewright.judging.MyPanelView;
import org.rolewright.judging.NoteInput;
import org.rolewright.judging.PanelistInput;
import org.rolewright.judging.Setting;
import org.rolewright.judging.SettingId;
import org.rolewright.judging.SettingInput;
import org.rolewright.judging.SettingView;
import org.rolewright.platform.Actor;
import org.rolewright.platform.json.Json;
import org.rolewright.platform.text.Language;
import org.rolewright.standard.CutError;
import org.rolewright.standard.CutId;
import org.rolewright.standard.CutInput;

/** The cut of the first form: ten panelists judge it in two rounds, two experts adopt it. */
record DemonstrationStandard(
    Demonstration.Standards standards,
    Map<Account, Actor> people,
    List<Actor> panel,
    LocalDate today) {

  /** Nine more experts beside the one whom visitors can sign in as; all made up. */
  static final List<String> NAMES =
      List.of(
          "Abena Clinic",
          "Bruno Village",
          "Chandra Hospital",
          "Dina School",
          "Emil Outreach",
          "Farah Maternity",
          "Goran Union",
          "Hana Ministry",
          "Ivo Trainee");

  private static final SettingId ID = new SettingId(DemonstrationStudy.id("standard setting"));
  private static final CutId CUT = new CutId(DemonstrationStudy.id("cut"));
  private static final int ROUNDS = 2;
  private static final long SEED = 20_261_123;
  private static final String NOTE =
      "One of us had thought of the best candidates, not of those who just pass. We read the description aloud again.";

  void load(FormId form) {
    var setting = begin(form);
    if (setting.state() == Setting.State.PREPARING) panel.forEach(this::prepare);
    for (int round = 1; round <= ROUNDS && setting.state() != Setting.State.LOCKED; round++)
      hold(round);
    if (setting.state() != Setting.State.LOCKED) standards.settings().lock(expert(), ID);
    decide();
  }

  private SettingView begin(FormId form) {
    var input = new SettingInput(form, Setting.Method.MODIFIED_ANGOFF, ROUNDS, false);
    return standards.settings().create(expert(), DemonstrationStudy.ID, ID, input);
  }

  private Actor expert() {
    return people.get(Account.EXPERT);
  }

  private void prepare(Actor panelist) {
    standards
        .settings()
        .putPanelist(
            expert(),
            ID,
            panelist.person().orElseThrow(),
            new PanelistInput(
                "Practises or employs (made up)",
                Optional.of(today),
                Optional.of("Method and description of the candidate, half a day")));
    var mine = mine(panelist);
    if (mine.satAt().isPresent()) return;
    standards.panels().promise(panelist, ID, mine.promise());
    var answers = new HashMap<ItemVersionId, JsonNode>();
    for (var item : mine(panelist).items()) answers.put(item.version(), answer(item.item()));
    standards.panels().answer(panelist, ID, answers);
    standards.panels().finish(panelist, ID);
  }

  private MyPanelView mine(Actor panelist) {
    return standards.panels().mine(panelist, ID, Language.ENGLISH);
  }

  /** Any answer of the item's kind; it is never scored. */
  private static JsonNode answer(CandidateItem item) {
    var ids = item.options().orElse(List.of()).stream().map(CandidateItem.Shown::id).toList();
    Object answer =
        switch (item.type()) {
          case SINGLE -> ids.getFirst();
          case MULTIPLE -> ids.subList(0, 1);
          case ORDERING -> ids;
          case MATCHING -> Map.of(item.prompts().orElseThrow().getFirst().id(), ids.getFirst());
          case TEXT -> "consent";
          case NUMERIC -> "1";
        };
    return answer instanceof String text ? TextNode.valueOf(text) : Json.tree(Json.write(answer));
  }

  private void hold(int round) {
    var held = standards.settings().open(expert(), ID, round).held();
    if (held.get(round - 1).closedAt().isPresent()) return;
    for (int p = 0; p < panel.size(); p++) rate(round, p);
    standards.settings().close(expert(), ID, round);
    if (round == 1)
      standards
          .settings()
          .note(
              expert(),
              ID,
              DemonstrationStudy.id("panel note"),
              new NoteInput(1, Optional.empty(), NOTE));
  }

  private void rate(int round, int p) {
    var panelist = panel.get(p);
    var mine = mine(panelist);
    if (mine.open().flatMap(MyPanelView.Open::handedInAt).isPresent()) return;
    var percents = new HashMap<ItemVersionId, Integer>();
    for (var item : mine.items()) percents.put(item.version(), percent(round, p, item.position()));
    standards.panels().rate(panelist, ID, round, percents);
    standards.panels().handIn(panelist, ID, round);
  }

  /** Panelists differ in severity and from item to item, less so after they have talked. */
  private int percent(int round, int p, int position) {
    var item = new SplittableRandom(SEED + position);
    var own = new SplittableRandom(SEED + 1_000L * (p + 1) + 100_000L * round + position);
    double severity = (p - 4.5) * (round == 1 ? 2 : 1) + (p == 9 && round == 1 ? 22 : 0);
    double noise = (own.nextDouble() - 0.5) * (round == 1 ? 30 : 14);
    double rating = 45 + 40 * item.nextDouble() + severity + noise;
    return (int) Math.clamp(5 * Math.round(rating / 5), 5, 95);
  }

  private void decide() {
    var cuts = standards.standards().listDecisions(expert(), ID);
    if (!cuts.isEmpty() && cuts.getFirst().adopted().isPresent()) return;
    var input =
        new CutInput(
            CutError.JUDGEMENT,
            0,
            Optional.empty(),
            Optional.empty(),
            "The panel agreed well and its error is small; the board sees no ground to move the cut.");
    var proposed =
        cuts.isEmpty() ? standards.standards().propose(expert(), ID, CUT, input) : cuts.getFirst();
    standards.standards().adopt(people.get(Account.SECOND), proposed.terms().id(), proposed.hash());
  }
}
