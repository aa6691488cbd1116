package org.rolewright.workshop;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.rolewright.access.Permission;
import org.rolewright.audit.AuditService;
import org.rolewright.audit.Subject;
import org.rolewright.platform.Actor;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.db.Database;
import org.rolewright.platform.db.Tx;
import org.rolewright.study.StudyId;
import org.rolewright.study.StudyService;

/** Writes what people in the role do, and publishes it as numbered lists. */
public final class WorkshopService {
  private static final TaskListId NO_ID = new TaskListId(new UUID(0, 0));

  private final Database database;
  private final InstantSource clock;
  private final StudyService studies;
  private final AuditService audit;
  private final WorkshopRepository repository = new WorkshopRepository();
  private final TaskListRepository lists = new TaskListRepository();

  public WorkshopService(
      Database database, InstantSource clock, StudyService studies, AuditService audit) {
    this.database = database;
    this.clock = clock;
    this.studies = studies;
    this.audit = audit;
  }

  /** The board with its numbering and all that may be improved. */
  public BoardView board(Actor actor, StudyId study) {
    Permission.READ_STUDIES.require(actor);
    return database.transaction(tx -> {
      studies.study(tx, study);
      var board = repository.board(tx, study);
      var latest = lists.findLatest(tx, study);
      var draft = draft(tx, study, board, NO_ID);
      var changes = latest.map(older -> TaskListChanges.between(older, draft)).orElse(List.of());
      return BoardView.of(board, draft, lists.summaries(tx, study).stream().findFirst(), changes);
    });
  }

  /**
   * @param version 0 enters a new domain
   */
  public void putDomain(Actor actor, StudyId study, Domain domain, int version) {
    var detail = Map.of("id", domain.id(), "title", domain.title());
    edit(actor, study, "workshop.writeDomain", detail, board -> board.put(domain, version));
  }

  /** Drops a domain that holds no tasks; empty reason brings it back. */
  public void dropDomain(Actor actor, StudyId study, DomainId id, Optional<String> reason) {
    var detail = Map.of("id", id, "reason", reason);
    edit(actor, study, "workshop.dropDomain", detail, board -> board.drop(id, reason));
  }

  public void placeDomain(Actor actor, StudyId study, DomainId id, int position) {
    var detail = Map.of("id", id, "position", position);
    edit(actor, study, "workshop.placeDomain", detail, board -> board.place(id, position));
  }

  /**
   * @param version 0 enters a new statement
   */
  public void putStatement(Actor actor, StudyId study, StatementInput statement, int version) {
    var detail = Map.of("id", statement.id(), "kind", statement.kind());
    edit(actor, study, "workshop.writeStatement", detail, board -> board.put(statement, version));
  }

  /** Drops a statement and keeps it with the reason; empty reason brings it back. */
  public void dropStatement(Actor actor, StudyId study, UUID id, Optional<String> reason) {
    var detail = Map.of("id", id, "reason", reason);
    edit(actor, study, "workshop.dropStatement", detail, board -> board.drop(id, reason));
  }

  /** Puts a statement at a position, a task into a domain as well. */
  public void placeStatement(Actor actor, StudyId study, UUID id, StatementPlace place) {
    var detail = Map.of("id", id, "place", place);
    edit(
        actor,
        study,
        "workshop.placeStatement",
        detail,
        board -> board.place(id, place.domain(), place.position()));
  }

  /** Says that a task needs a KSA, or no longer. */
  public void link(Actor actor, StudyId study, Link link, boolean wanted) {
    var detail = Map.of("link", link, "wanted", wanted);
    edit(actor, study, "workshop.link", detail, board -> board.link(link, wanted));
  }

  private void edit(
      Actor actor,
      StudyId study,
      String action,
      Map<String, ?> detail,
      Consumer<BoardEditor> change) {
    Permission.WRITE_STATEMENTS.require(actor);
    database.run(tx -> {
      studies.study(tx, study);
      change.accept(new BoardEditor(repository, tx, study, actor, clock.instant()));
      audit.record(tx, actor, action, Subject.of("study", study.value()), detail);
    });
  }

  /** The draft Scope of Service, as the board has it now. */
  public ScopeDocument scopeOfService(Actor actor, StudyId study) {
    Permission.READ_STUDIES.require(actor);
    return database.transaction(tx -> new ScopeDocument(studies.view(tx, study), draft(tx, study)));
  }

  /** Every wording of a statement, the newest first. */
  public List<Wording> listWordings(Actor actor, StudyId study, UUID statement) {
    Permission.READ_STUDIES.require(actor);
    return database.transaction(tx -> {
      var wordings = repository.wordings(tx, study, statement);
      if (wordings.isEmpty()) throw new Refusal.NotFound("statement");
      return wordings;
    });
  }

  /**
   * Publishes the board as the next list; sending it twice changes nothing.
   *
   * @param latest version of the newest list that the person had seen, 0 for none
   */
  public TaskList publish(Actor actor, StudyId study, TaskListId id, int latest) {
    Permission.LEAD_STUDIES.require(actor);
    return database.transaction(tx -> {
      repository.lockBoard(tx, study);
      var already = lists.find(tx, id);
      if (already.isPresent()) return already.get();
      var list = draft(tx, study, repository.board(tx, study), id);
      if (list.version() != latest + 1) throw new Refusal.Stale();
      TaskLists.requireComplete(list);
      requireChange(tx, list);
      lists.insert(tx, list, actor.name());
      audit.record(
          tx,
          actor,
          "workshop.publish",
          Subject.of("study", study.value()),
          Map.of("taskList", id, "version", list.version(), "hash", list.hash()));
      return list;
    });
  }

  private void requireChange(Tx tx, TaskList list) {
    lists
        .findLatest(tx, list.study())
        .filter(older -> older.hash().equals(list.hash()))
        .ifPresent(older -> {
          throw new Refusal.Conflict("taskListUnchanged", Map.of("version", older.version()));
        });
  }

  /** The published lists, the newest first. */
  public List<TaskListSummary> listTaskLists(Actor actor, StudyId study) {
    Permission.READ_STUDIES.require(actor);
    return database.transaction(tx -> lists.summaries(tx, study));
  }

  /** A published list. */
  public TaskList taskList(Actor actor, TaskListId id) {
    Permission.READ_STUDIES.require(actor);
    return database.transaction(tx -> published(tx, id));
  }

  /** A published list, for later stages. */
  public TaskList published(Tx tx, TaskListId id) {
    return lists.find(tx, id).orElseThrow(() -> new Refusal.NotFound("taskList"));
  }

  /** The newest published list; refused where there is none. */
  public TaskList latest(Tx tx, StudyId study) {
    return lists
        .findLatest(tx, study)
        .orElseThrow(() -> new Refusal.BrokenRule("taskListNotPublished"));
  }

  /** The newest published list, where there is one. */
  public Optional<TaskList> findLatest(Tx tx, StudyId study) {
    return lists.findLatest(tx, study);
  }

  /** The board as the list that publishing would make. */
  public TaskList draft(Tx tx, StudyId study) {
    return draft(tx, study, repository.board(tx, study), NO_ID);
  }

  private TaskList draft(Tx tx, StudyId study, Board board, TaskListId id) {
    var version = lists.findLatest(tx, study).map(TaskList::version).orElse(0) + 1;
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return TaskLists.draft(board, id, study, version, now);
  }
}
