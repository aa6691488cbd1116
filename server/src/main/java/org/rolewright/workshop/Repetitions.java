package org.rolewright.workshop;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Statements that say the same in the same words. */
final class Repetitions {
  private record Key(StatementKind kind, String words) {}

  private Repetitions() {}

  static Set<UUID> in(Board board) {
    Map<Key, UUID> first = new HashMap<>();
    var repeated = new HashSet<UUID>();
    board
        .standing()
        .forEach(statement -> {
          var key = new Key(statement.kind(), StatementRules.sameWords(statement.text()));
          var earlier = first.putIfAbsent(key, statement.id());
          if (earlier != null) {
            repeated.add(earlier);
            repeated.add(statement.id());
          }
        });
    return repeated;
  }
}
