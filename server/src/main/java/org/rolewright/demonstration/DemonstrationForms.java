package org.rolewright.demonstration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rolewright.assembly.AssemblyRun;
import org.rolewright.assembly.Wishes;
import org.rolewright.demonstration.DemonstrationAccounts.Account;
import org.rolewright.form.Form;
import org.rolewright.form.FormInput;
import org.rolewright.form.FormInput.Choice;
import org.rolewright.form.FormInput.Section;
import org.rolewright.form.Part;
import org.rolewright.item.ItemType;
import org.rolewright.itembank.ItemId;
import org.rolewright.itembank.ItemVersionId;
import org.rolewright.platform.Actor;
import org.rolewright.platform.db.Database;
import org.rolewright.platform.jobs.JobId;
import org.rolewright.platform.jobs.Jobs;
import org.rolewright.platform.text.Localized;

/**
 * The last part: two parallel forms, chosen by the solver, finished by hand and signed by two.
 *
 * <p>Short text is new to this bank: its items are only piloted, one added by hand to each form.
 */
record DemonstrationForms(
    Database database, Jobs jobs, Demonstration.Forms exam, Map<Account, Actor> people) {
  private static final String CODE = "CHW";
  private static final int PILOT = 9;
  private static final int SECONDS_ALLOWED = 5400;
  private static final int BREAK = 600;
  private static final int SEARCH_SECONDS = 8;

  /** Whether the solver has been asked. */
  boolean begun() {
    return !exam.assemblies().listRuns(expert(), DemonstrationStudy.ID).isEmpty();
  }

  void load() throws InterruptedException {
    if (!begun()) jobs.follow(searching().orElseGet(this::search), _ -> {});
    var runs = exam.assemblies().listRuns(expert(), DemonstrationStudy.ID);
    if (runs.isEmpty()) return;
    AssemblyRun first = runs.getLast();
    for (int f = 0; f < first.forms().size(); f++) {
      var form = exam.forms().form(expert(), first.forms().get(f));
      if (form.state() == Form.State.DRAFT) finish(form, f);
    }
  }

  /** A search that an earlier start of the program began. */
  private Optional<JobId> searching() {
    return database.transaction(tx -> exam.assemblies().findSearch(tx, DemonstrationStudy.ID));
  }

  private JobId search() {
    var usual = exam.assemblies().suggest(expert(), DemonstrationStudy.ID);
    return exam.assemblies().start(expert(), DemonstrationStudy.ID, wishes(usual));
  }

  private static Wishes wishes(Wishes usual) {
    return new Wishes(
        2,
        CODE,
        usual.length(),
        PILOT,
        SECONDS_ALLOWED,
        usual.languages(),
        0,
        Wishes.TaskRule.EXACT,
        List.of(),
        List.of(),
        usual.difficulty(),
        true,
        true,
        Optional.empty(),
        Optional.empty(),
        true,
        false,
        false,
        List.of(),
        texts(),
        usual.seed(),
        SEARCH_SECONDS);
  }

  private static List<ItemId> texts() {
    return DemonstrationItem.all().stream()
        .filter(item -> item.content().kind() == ItemType.TEXT)
        .map(item -> DemonstrationBank.id(item.code()))
        .toList();
  }

  /** Arranges a draft, has it signed by one expert and published by the other. */
  private void finish(Form form, int number) {
    var proposed = form.proposed().isPresent() ? form : propose(form, number);
    exam.forms()
        .publish(
            people.get(Account.SECOND),
            form.id(),
            proposed.revision(),
            proposed.checksum().orElseThrow());
  }

  private Form propose(Form form, int number) {
    var input = arranged(form, number);
    var arranged = exam.forms().save(expert(), form.id(), form.revision(), input);
    return exam.forms().propose(expert(), form.id(), arranged.revision(), Optional.empty());
  }

  /** Two sections with a break between, where the draft has one. */
  private FormInput arranged(Form form, int number) {
    var input = FormInput.of(form, form.code());
    if (sections(form).size() > 1) return input;
    var parts = new ArrayList<FormInput.Piece>();
    for (var part : input.parts())
      if (part instanceof Section whole) parts.addAll(halves(form, whole, number));
      else parts.add(part);
    return new FormInput(
        form.code(), form.length(), form.languages(), form.secondsAllowed(), parts);
  }

  private List<FormInput.Piece> halves(Form form, Section whole, int number) {
    int middle = middle(sections(form).getFirst());
    var first = whole.items().subList(0, middle);
    var second = new ArrayList<>(whole.items().subList(middle, whole.items().size()));
    second.add(new Choice(text(number), false, false));
    return List.of(
        whole.titled(Localized.of("First part", "Primera parte")).holding(first),
        new Part.Break(BREAK, true, true),
        whole.titled(Localized.of("Second part", "Segunda parte")).holding(second));
  }

  /** The middle of the items, moved on to where no case is cut in two. */
  private static int middle(Part.Questions section) {
    var items = section.items();
    int middle = items.size() / 2;
    while (items.get(middle).stimulusVersionId().isPresent()
        && items.get(middle).stimulusVersionId().equals(items.get(middle - 1).stimulusVersionId()))
      middle++;
    return middle;
  }

  private static List<Part.Questions> sections(Form form) {
    return form.parts().stream()
        .filter(Part.Questions.class::isInstance)
        .map(Part.Questions.class::cast)
        .toList();
  }

  private ItemVersionId text(int number) {
    return exam.itembanks().item(expert(), texts().get(number)).getFirst().id();
  }

  private Actor expert() {
    return people.get(Account.EXPERT);
  }
}
