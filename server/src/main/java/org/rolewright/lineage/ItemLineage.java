package org.rolewright.lineage;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import org.rolewright.platform.Refusal;
import org.rolewright.study.StudyId;

/**
 * An item and all that led to it.
 *
 * @param shown the version that is told about
 * @param versions all, the newest first
 * @param ksas those that the version measures
 */
public record ItemLineage(
    StudyId study, ItemLine shown, List<ItemLine> versions, List<MeasuredKsa> ksas, Origin origin) {

  /**
   * From the rows of one item.
   *
   * @param wanted number of a version; the newest where none is named
   */
  static ItemLineage of(StudyId study, List<LineageRow> rows, OptionalInt wanted) {
    var versions =
        rows.stream()
            .flatMap(row -> row.item().stream())
            .distinct()
            .sorted(Comparator.comparingInt(ItemLine::number).reversed())
            .toList();
    var shown =
        versions.stream()
            .filter(one -> wanted.isEmpty() || one.number() == wanted.getAsInt())
            .findFirst()
            .orElseThrow(() -> new Refusal.NotFound("item"));
    var own = rows.stream().filter(row -> row.hasItem(shown::equals)).toList();
    var ksas = own.stream().flatMap(row -> row.ksa().stream()).toList();
    return new ItemLineage(study, shown, versions, ksas, own.getFirst().origin());
  }
}
