package org.rolewright.form;

import java.util.List;
import java.util.stream.IntStream;
import org.rolewright.blueprint.Outline;
import org.rolewright.psychometrics.weighting.Apportionment;
import org.rolewright.workshop.DomainId;
import org.rolewright.workshop.TaskId;

/**
 * How many scored items each domain and task of a blueprint gets on a form of some length. A form
 * as long as the blueprint's test has the very counts that were adopted; any other length is given
 * out anew by the blueprint's weights, first to domains, then within each to its tasks.
 */
public record Targets(int length, List<Domain> domains) {
  public record Domain(DomainId id, String code, String title, int items, List<Task> tasks) {}

  public record Task(TaskId id, String code, String text, int items) {}

  public static Targets of(Outline outline, int length) {
    boolean adopted = outline.testLength() == length;
    var all = outline.domains();
    var items =
        adopted
            ? all.stream().mapToInt(Outline.Domain::items).toArray()
            : share(all.stream().mapToDouble(Outline.Domain::weight).toArray(), length);
    return new Targets(
        length,
        IntStream.range(0, items.length)
            .filter(d -> all.get(d).tasks().stream().anyMatch(Outline.Task::included))
            .mapToObj(d -> domain(all.get(d), items[d], adopted))
            .toList());
  }

  private static Domain domain(Outline.Domain domain, int items, boolean adopted) {
    var tasks = domain.tasks().stream().filter(Outline.Task::included).toList();
    var shares =
        adopted
            ? tasks.stream().mapToInt(Outline.Task::items).toArray()
            : share(tasks.stream().mapToDouble(Outline.Task::weight).toArray(), items);
    return new Domain(
        domain.domain(),
        domain.code(),
        domain.title(),
        items,
        IntStream.range(0, shares.length)
            .mapToObj(t -> {
              var task = tasks.get(t);
              return new Task(task.task(), task.code(), task.text(), shares[t]);
            })
            .toList());
  }

  private static int[] share(double[] weights, int items) {
    if (items == 0) return new int[weights.length];
    return Apportionment.withDefaults().allocate(weights, items).items();
  }
}
