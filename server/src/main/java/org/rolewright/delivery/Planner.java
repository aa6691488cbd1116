package org.rolewright.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rolewright.candidacy.Admission;
import org.rolewright.candidacy.LateRule;
import org.rolewright.form.ItemOrder;
import org.rolewright.form.Part;
import org.rolewright.form.Placed;
import org.rolewright.form.PublishedForm;
import org.rolewright.item.ItemContent;
import org.rolewright.itembank.ItemVersionId;
import org.rolewright.library.StimulusVersionId;
import org.rolewright.timing.Schedule;

/**
 * Draws up what one candidate gets. The order follows from a seed and from what is shown, never
 * from the key.
 */
final class Planner {
  private final PublishedForm form;
  private final Map<ItemVersionId, ItemContent> contents;
  private final long seed;
  private int items;

  Planner(PublishedForm form, Map<ItemVersionId, ItemContent> contents, long seed) {
    this.form = form;
    this.contents = contents;
    this.seed = seed;
  }

  Plan plan(Admission admission, String examTitle) {
    var granted = admission.accommodation();
    var schedule = Schedule.of(form, granted);
    var parts = new ArrayList<Plan.Part>();
    for (var at = 0; at < form.parts().size(); at++)
      parts.add(part(form.parts().get(at), schedule.steps().get(at)));
    return new Plan(
        admission.displayName(),
        examTitle,
        form.code(),
        form.checksum(),
        admission.language(),
        agreementVersion(),
        admission.opensAt(),
        admission.closesAt(),
        Optional.of(admission.closesAt())
            .filter(_ -> admission.lateRule() == LateRule.UNTIL_WINDOW_END),
        new Plan.Display(
            granted.display().textScale(), granted.display().theme().map(theme -> theme.code())),
        granted.extraBreakSeconds(),
        schedule.allowed().toMillis(),
        List.copyOf(parts));
  }

  private Optional<String> agreementVersion() {
    return form.parts().stream()
        .filter(Part.Agreement.class::isInstance)
        .map(part -> ((Part.Agreement) part).version())
        .findFirst();
  }

  private Plan.Part part(Part part, Schedule.Step step) {
    var first = items + 1;
    var questions =
        part instanceof Part.Questions section ? questions(section) : List.<Plan.Item>of();
    return new Plan.Part(
        step.kind(),
        step.time().map(time -> time.toMillis()),
        step.optional(),
        step.stopsClock(),
        part instanceof Part.Questions section && section.navigation() == Part.Navigation.LINEAR,
        questions.isEmpty() ? 0 : first,
        questions.isEmpty() ? 0 : items,
        questions);
  }

  private List<Plan.Item> questions(Part.Questions section) {
    return ItemOrder.items(section, seed).stream()
        .map(placed ->
            new Plan.Item(
                ++items,
                placed.versionId().value(),
                placed.stimulusVersionId().map(StimulusVersionId::value),
                placed.scored(),
                options(placed, section.shuffleOptions())))
        .toList();
  }

  /** What is to be sorted is always shuffled. */
  private List<String> options(Placed placed, boolean shuffle) {
    var content = contents.get(placed.versionId());
    var options = content.choices();
    var ids = options.stream().map(ItemContent.Option::id).toList();
    if (!shuffle && !(content instanceof ItemContent.Ordering)) return ids;
    var stay =
        options.stream()
            .filter(ItemContent.Option::stays)
            .map(ItemContent.Option::id)
            .collect(Collectors.toSet());
    return ItemOrder.options(ids, stay, placed, seed);
  }
}
