package org.rolewright.workshop;

import java.util.List;
import java.util.stream.Stream;

/**
 * Everything the workshop has written so far, dropped statements included, in order.
 *
 * @param links only between statements that stand
 */
public record Board(List<Domain> domains, List<Statement> statements, List<Link> links) {
  public Board {
    domains = List.copyOf(domains);
    statements = List.copyOf(statements);
    links = List.copyOf(links);
  }

  Stream<Domain> standingDomains() {
    return domains.stream().filter(Domain::stands);
  }

  Stream<Statement> standing() {
    return statements.stream().filter(Statement::stands);
  }

  List<Statement> tasks(DomainId domain) {
    return standing().filter(s -> s.domain().filter(domain::equals).isPresent()).toList();
  }

  List<Statement> ksas(KsaType type) {
    return standing().filter(s -> s.kind() == StatementKind.of(type)).toList();
  }

  List<TaskId> tasksOf(KsaId ksa) {
    return links.stream().filter(link -> link.ksa().equals(ksa)).map(Link::task).toList();
  }
}
