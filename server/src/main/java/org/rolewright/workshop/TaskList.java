package org.rolewright.workshop;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.rolewright.study.StudyId;

/**
 * The published statements of a study, published by this stage: what the survey asks about.
 *
 * @param version from 1
 * @param hash SHA-256 of domains and KSAs as canonical JSON, 64 hexadecimal digits
 */
public record TaskList(
    TaskListId id,
    StudyId study,
    int version,
    List<Domain> domains,
    List<Ksa> ksas,
    String hash,
    Instant publishedAt) {

  /**
   * A performance domain with its tasks in order.
   *
   * @param code {@code I}, {@code II}, …
   */
  public record Domain(
      DomainId id, String code, String title, String definition, List<TaskStatement> tasks) {}

  /**
   * A task statement as worded in this list.
   *
   * @param code {@code I.A}, {@code I.B}, …
   * @param wording number of the wording, from 1; every wording is kept with its author
   * @param source where it was taken from, e.g. {@code O*NET 19031}; empty when written here
   */
  public record TaskStatement(TaskId id, String code, String text, int wording, String source) {}

  /** A statement of what one must know or be able to do, with the tasks that need it. */
  public record Ksa(KsaId id, KsaType type, String code, String text, List<TaskId> tasks) {}

  /** All tasks in order. */
  public Stream<TaskStatement> tasks() {
    return domains.stream().flatMap(domain -> domain.tasks().stream());
  }
}
