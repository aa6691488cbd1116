package org.rolewright.workshop;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The board as a page shows it, with its numbering and all that may be improved.
 *
 * @param dropped statements and domains that were dropped, with the reason
 * @param latest the newest published list
 * @param changes what publishing now would change against it
 */
public record BoardView(
    List<DomainView> domains,
    List<KsaView> ksas,
    List<Dropped> dropped,
    List<Orphan> orphans,
    Optional<TaskListSummary> latest,
    List<TaskListChange> changes) {

  /** A domain that stands. */
  public record DomainView(
      DomainId id,
      String code,
      String title,
      String definition,
      int version,
      List<StatementView> tasks) {}

  /** A task that stands. */
  public record StatementView(
      UUID id,
      String code,
      String text,
      String source,
      int wording,
      String author,
      Instant writtenAt,
      int version,
      Set<StatementWarning> warnings) {}

  /** A KSA that stands, with the tasks that need it. */
  public record KsaView(KsaType type, StatementView statement, List<TaskId> tasks) {}

  /** What was dropped, and may be brought back. */
  public record Dropped(UUID id, boolean domain, StatementKind kind, String text, String reason) {}

  /** Something that stands alone. */
  public record Orphan(Kind kind, UUID id, String code, String text) {
    /** What is missing. */
    public enum Kind {
      DOMAIN_WITHOUT_TASK,
      TASK_WITHOUT_KSA,
      KSA_WITHOUT_TASK
    }
  }

  static BoardView of(
      Board board, TaskList draft, Optional<TaskListSummary> latest, List<TaskListChange> changes) {
    var byId = new java.util.HashMap<UUID, Statement>();
    board.standing().forEach(statement -> byId.put(statement.id(), statement));
    var repeated = Repetitions.in(board);
    var domains =
        draft.domains().stream()
            .map(domain ->
                new DomainView(
                    domain.id(),
                    domain.code(),
                    domain.title(),
                    domain.definition(),
                    version(board, domain.id()),
                    domain.tasks().stream()
                        .map(task -> view(byId.get(task.id().value()), task.code(), repeated))
                        .toList()))
            .toList();
    var ksas =
        draft.ksas().stream()
            .map(ksa ->
                new KsaView(
                    ksa.type(),
                    view(byId.get(ksa.id().value()), ksa.code(), repeated),
                    ksa.tasks()))
            .toList();
    return new BoardView(domains, ksas, dropped(board), orphans(draft), latest, changes);
  }

  private static StatementView view(Statement statement, String code, Set<UUID> repeated) {
    var warnings = StatementRules.warnings(statement.kind(), statement.text());
    if (repeated.contains(statement.id())) warnings.add(StatementWarning.REPEATED);
    return new StatementView(
        statement.id(),
        code,
        statement.text(),
        statement.source(),
        statement.wording(),
        statement.author(),
        statement.writtenAt(),
        statement.version(),
        warnings);
  }

  private static int version(Board board, DomainId id) {
    return board
        .standingDomains()
        .filter(d -> d.id().equals(id))
        .findFirst()
        .orElseThrow()
        .version();
  }

  private static List<Dropped> dropped(Board board) {
    var dropped = new ArrayList<Dropped>();
    for (var domain : board.domains())
      domain
          .dropped()
          .ifPresent(reason ->
              dropped.add(
                  new Dropped(
                      domain.id().value(), true, StatementKind.TASK, domain.title(), reason)));
    for (var statement : board.statements())
      statement
          .dropped()
          .ifPresent(reason ->
              dropped.add(
                  new Dropped(statement.id(), false, statement.kind(), statement.text(), reason)));
    return dropped;
  }

  private static List<Orphan> orphans(TaskList draft) {
    var orphans = new ArrayList<Orphan>();
    var needed = new java.util.HashSet<TaskId>();
    draft.ksas().forEach(ksa -> needed.addAll(ksa.tasks()));
    for (var domain : draft.domains()) {
      if (domain.tasks().isEmpty())
        orphans.add(
            new Orphan(
                Orphan.Kind.DOMAIN_WITHOUT_TASK,
                domain.id().value(),
                domain.code(),
                domain.title()));
      for (var task : domain.tasks())
        if (!needed.contains(task.id()))
          orphans.add(
              new Orphan(
                  Orphan.Kind.TASK_WITHOUT_KSA, task.id().value(), task.code(), task.text()));
    }
    for (var ksa : draft.ksas())
      if (ksa.tasks().isEmpty())
        orphans.add(
            new Orphan(Orphan.Kind.KSA_WITHOUT_TASK, ksa.id().value(), ksa.code(), ksa.text()));
    return orphans;
  }
}
