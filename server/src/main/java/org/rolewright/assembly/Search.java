package org.rolewright.assembly;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.rolewright.assembly.BankProblem.Bank;
import org.rolewright.assembly.BankProblem.Posed;
import org.rolewright.form.FormInput.Choice;
import org.rolewright.selection.Scope;
import org.rolewright.selection.Selection;
import org.rolewright.selection.SelectionResult;

/**
 * Both steps of a search: scored items, then pilot items beside them.
 *
 * @param pilot where any were wished and there are scored items to add them to
 */
record Search(Wishes wishes, Step scored, Optional<Step> pilot) {

  /** A problem and what came of it. */
  record Step(Posed posed, SelectionResult result) {
    List<Choice> choices(int form, boolean scored) {
      return result.forms().get(form).stream()
          .map(place -> new Choice(posed.items().get(place).version(), scored, isAnchor(place)))
          .toList();
    }

    /** On every form, or on an earlier one that something was to be shared with. */
    private boolean isAnchor(int place) {
      return result.common().contains(place)
          || posed.problem().items().get(place).traits().stream()
              .anyMatch(trait -> trait.kind() == Scope.Kind.FORM);
    }
  }

  static Search of(Wishes wishes, Bank bank, Selection.Watch watch) {
    var scored = step(BankProblem.scored(wishes, bank), wishes, at -> watch.at(at * 0.8));
    if (wishes.pilot() == 0 || scored.result().forms().isEmpty())
      return new Search(wishes, scored, Optional.empty());
    var taken =
        scored.result().forms().stream()
            .flatMap(List::stream)
            .distinct()
            .map(place -> scored.posed().items().get(place))
            .toList();
    var pilot =
        step(BankProblem.pilot(wishes, bank, taken), wishes, at -> watch.at(0.8 + at * 0.2));
    return new Search(wishes, scored, Optional.of(pilot));
  }

  private static Step step(Posed posed, Wishes wishes, Selection.Watch watch) {
    return new Step(posed, Selection.solve(posed.problem(), BankProblem.effort(wishes), watch));
  }

  /** The items of each form, mixed; no forms where a wish is not met. */
  List<List<Choice>> choices() {
    if (pilot.filter(step -> step.result().forms().isEmpty()).isPresent()) return List.of();
    return IntStream.range(0, scored.result().forms().size()).mapToObj(this::choices).toList();
  }

  private List<Choice> choices(int form) {
    var choices = new ArrayList<>(scored.choices(form, true));
    pilot.ifPresent(step -> choices.addAll(step.choices(form, false)));
    Collections.shuffle(choices, new Random(wishes.seed() * 31L + form));
    return List.copyOf(choices);
  }
}
