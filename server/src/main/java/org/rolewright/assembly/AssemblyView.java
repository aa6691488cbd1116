package org.rolewright.assembly;

import java.time.Instant;
import java.util.List;
import org.rolewright.form.FormId;
import org.rolewright.selection.SelectionResult;

/**
 * A run in the reader's words.
 *
 * @param objective distance from what was striven for, in thousandths of a score point and what
 *     equals them; small is good
 * @param bound what was proved to be the least that is possible
 */
public record AssemblyView(
    AssemblyId id,
    SelectionResult.Status status,
    Wishes wishes,
    int pool,
    List<FormId> forms,
    double objective,
    double bound,
    double gap,
    double seconds,
    List<Explanation.Row> held,
    List<Explanation.Reached> reached,
    List<String> reasons,
    List<String> cures,
    Instant madeAt) {

  static AssemblyView of(AssemblyRun run, Explanation words) {
    var result = run.result();
    var status =
        run.pilot()
            .map(SelectionResult::status)
            .filter(pilot -> run.forms().isEmpty())
            .orElse(result.status());
    return new AssemblyView(
        run.id(),
        status,
        run.wishes(),
        run.pool(),
        run.forms(),
        result.objective(),
        result.bound(),
        result.gap(),
        result.seconds(),
        words.held(),
        words.reached(),
        words.reasons(),
        words.cures(),
        run.madeAt());
  }
}
