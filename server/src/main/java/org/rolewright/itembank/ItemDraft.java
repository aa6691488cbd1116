package org.rolewright.itembank;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import org.rolewright.blueprint.BlueprintId;
import org.rolewright.item.Difference;
import org.rolewright.item.Differences;
import org.rolewright.item.Differences.Field;
import org.rolewright.item.ItemContent;
import org.rolewright.item.Level;
import org.rolewright.item.Reference;
import org.rolewright.library.StimulusVersionId;
import org.rolewright.platform.Refusal;
import org.rolewright.workshop.KsaId;
import org.rolewright.workshop.TaskId;

/**
 * All that a writer decides about an item.
 *
 * @param blueprint an adopted one
 * @param task with the blueprint the cell that the item measures
 * @param ksas at least one that the task needs
 * @param code short name; given by the program where none is wished, and never changed
 */
public record ItemDraft(
    BlueprintId blueprint,
    TaskId task,
    Level level,
    SequencedSet<KsaId> ksas,
    ItemContent content,
    List<Reference> references,
    Optional<StimulusVersionId> stimulus,
    Optional<String> code) {
  public ItemDraft {
    if (ksas.isEmpty()) throw new Refusal.BrokenRule("an_item_measures_at_least_one_ksa");
    references = List.copyOf(references);
  }

  ItemDraft with(ItemContent cleaned) {
    return new ItemDraft(blueprint, task, level, ksas, cleaned, references, stimulus, code);
  }

  /** What somebody who has this text sees when the other takes its place. */
  public List<Difference> differences(ItemDraft after) {
    var all = new ArrayList<>(Differences.between(fields(), after.fields()));
    for (var one : Differences.between(content, after.content()))
      all.add(new Difference("/content" + one.pointer(), one.kind(), one.parts()));
    return List.copyOf(all);
  }

  /** The fields besides the content, as text. */
  private Map<String, Field> fields() {
    var fields = new LinkedHashMap<String, Field>();
    fields.put("/blueprint", Field.of(blueprint.value().toString()));
    fields.put("/task", Field.of(task.value().toString()));
    fields.put("/level", Field.of(level.code()));
    fields.put(
        "/ksas",
        Field.of(
            String.join(" ", ksas.stream().map(ksa -> ksa.value().toString()).sorted().toList())));
    fields.put(
        "/references",
        Field.of(String.join("\n", references.stream().map(ItemDraft::line).toList())));
    fields.put("/stimulus", Field.of(stimulus.map(one -> one.value().toString()).orElse("")));
    return fields;
  }

  private static String line(Reference reference) {
    var line = new StringBuilder(reference.citation());
    reference.edition().ifPresent(edition -> line.append(", ").append(edition));
    reference.url().ifPresent(url -> line.append(", ").append(url));
    reference.expiresOn().ifPresent(day -> line.append(" (").append(day).append(')'));
    return line.toString();
  }
}
