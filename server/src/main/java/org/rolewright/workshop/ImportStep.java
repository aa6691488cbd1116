package org.rolewright.workshop;

import java.util.UUID;

/** One thing that an import does to the board. Nothing is ever dropped or deleted. */
sealed interface ImportStep {
  /** What it does, without identities that are drawn anew each time. */
  default String words() {
    return switch (this) {
      case AddDomain(var domain) -> "domain " + domain.title();
      case AddStatement(var statement) -> statement.kind() + " " + statement.text();
      case Reword(var statement, var wording, var text) ->
          "reword " + statement + " " + wording + " " + text;
      case Move(var task, var _) -> "move " + task;
      case AddLink _ -> "link";
    };
  }

  record AddDomain(Domain domain) implements ImportStep {}

  record AddStatement(StatementInput statement) implements ImportStep {}

  record Reword(UUID statement, int wording, String text) implements ImportStep {}

  record Move(UUID task, DomainId domain) implements ImportStep {}

  record AddLink(Link link) implements ImportStep {}
}
