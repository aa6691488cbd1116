package org.rolewright.workshop;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.rolewright.platform.Actor;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.db.Tx;
import org.rolewright.study.StudyId;

/** One person's changes of one board inside one transaction, in which nobody else changes it. */
final class BoardEditor {
  private final WorkshopRepository repository;
  private final Tx tx;
  private final StudyId study;
  private final Actor author;
  private final Instant now;

  BoardEditor(WorkshopRepository repository, Tx tx, StudyId study, Actor author, Instant now) {
    this.repository = repository;
    this.tx = tx;
    this.study = study;
    this.author = author;
    this.now = now;
    repository.lockBoard(tx, study);
  }

  Board board() {
    return repository.board(tx, study);
  }

  /** Enters a domain (version 0) or writes it anew; entering it twice is harmless. */
  void put(Domain wish, int version) {
    if (version == 0) {
      if (!repository.insert(tx, study, wish)) fresh(domain(wish.id()).says(wish));
      return;
    }
    var stored = domain(wish.id());
    fresh(stored.version() == version);
    repository.update(
        tx, new Domain(wish.id(), wish.title(), wish.definition(), stored.dropped(), version));
  }

  void drop(DomainId id, Optional<String> reason) {
    var stored = domain(id);
    if (reason.isPresent() && !board().tasks(id).isEmpty())
      throw new Refusal.BrokenRule("domainHoldsTasks", Map.of("domain", stored.title()));
    repository.update(
        tx, new Domain(id, stored.title(), stored.definition(), reason, stored.version()));
  }

  void place(DomainId id, int position) {
    domain(id);
    var order = new ArrayList<>(board().standingDomains().map(Domain::id).toList());
    repository.placeDomains(tx, moved(order, id, position));
  }

  /** Enters a statement (version 0; twice is harmless) or words it anew. */
  void put(StatementInput wish, int version) {
    if (version == 0) {
      wish.domain().ifPresent(this::standing);
      if (repository.insert(tx, study, wish))
        repository.insertWording(tx, wish.id(), wording(1, wish.text()), author);
      else fresh(statement(wish.id()).says(wish));
      return;
    }
    var stored = statement(wish.id());
    fresh(stored.version() == version);
    if (!stored.text().equals(wish.text())) reword(stored, wish.text());
  }

  void reword(Statement stored, String text) {
    repository.insertWording(tx, stored.id(), wording(stored.wording() + 1, text), author);
    repository.useWording(tx, stored.id(), stored.wording() + 1);
  }

  void drop(UUID id, Optional<String> reason) {
    var stored = statement(id);
    if (reason.isEmpty()) stored.domain().ifPresent(this::standing);
    repository.setDropped(tx, id, reason);
  }

  /** Puts a statement at a position, a task into a domain as well. */
  void place(UUID id, Optional<DomainId> domain, int position) {
    var stored = statement(id);
    if (stored.isTask() != domain.isPresent())
      throw new Refusal.BrokenRule("a_task_and_only_a_task_has_a_domain");
    domain.ifPresent(this::standing);
    var board = board();
    var neighbours =
        domain.isPresent() ? board.tasks(domain.get()) : board.ksas(stored.kind().ksaType());
    var order = new ArrayList<>(neighbours.stream().map(Statement::id).toList());
    repository.placeStatements(tx, domain, moved(order, id, position));
  }

  void link(Link link, boolean wanted) {
    if (!statement(link.task().value()).isTask() || statement(link.ksa().value()).isTask())
      throw new Refusal.BrokenRule("linkJoinsTaskAndKsa");
    if (wanted) repository.link(tx, link);
    else repository.unlink(tx, link);
  }

  Domain domain(DomainId id) {
    return repository.domains(tx, study).stream()
        .filter(domain -> domain.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new Refusal.NotFound("domain"));
  }

  Statement statement(UUID id) {
    return repository.statements(tx, study).stream()
        .filter(statement -> statement.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new Refusal.NotFound("statement"));
  }

  private void standing(DomainId id) {
    if (!domain(id).stands()) throw new Refusal.BrokenRule("domainIsDropped");
  }

  private Wording wording(int number, String text) {
    return new Wording(number, text, author.name(), now);
  }

  private static <T> List<T> moved(ArrayList<T> order, T what, int position) {
    order.remove(what);
    order.add(Math.clamp(position, 0, order.size()), what);
    return order;
  }

  private static void fresh(boolean stood) {
    if (!stood) throw new Refusal.Stale();
  }
}
