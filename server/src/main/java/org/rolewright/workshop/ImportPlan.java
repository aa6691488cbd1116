package org.rolewright.workshop;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.rolewright.platform.Refusal.Fault;
import org.rolewright.workshop.ImportRow.Change;

/** Compares the lines of a file with the board: what each line does, and by which steps. */
final class ImportPlan {
  private static final int LONGEST_STATEMENT = 1000;
  private static final int LONGEST_TITLE = 200;
  private static final Map<String, KsaType> TYPES = types();

  private final Map<String, Domain> domains = new HashMap<>();
  private final Map<String, Statement> bySource = new HashMap<>();
  private final Map<String, Statement> byWords = new HashMap<>();
  private final Set<Link> links = new HashSet<>();
  private final Map<UUID, Integer> lineOfTask = new HashMap<>();
  private final Map<List<String>, Integer> seen = new HashMap<>();
  private final List<ImportStep> steps = new ArrayList<>();
  private final List<ImportRow> rows = new ArrayList<>();

  private ImportPlan(Board board) {
    board.domains().forEach(domain -> domains.putIfAbsent(words(domain.title()), domain));
    board.statements().forEach(this::remember);
    links.addAll(board.links());
  }

  static ImportPlan of(Board board, List<ImportLine> lines) {
    var plan = new ImportPlan(board);
    lines.forEach(plan::add);
    return plan;
  }

  List<ImportRow> rows() {
    return rows;
  }

  List<ImportStep> steps() {
    return steps;
  }

  private void add(ImportLine line) {
    var fault = line.fault().or(() -> fault(line));
    if (fault.isPresent()) {
      rows.add(ImportRow.refused(line.number(), line.cells(), fault.get()));
      return;
    }
    var before = steps.size();
    var standing = standing(line);
    var domain = line.domain().isEmpty() ? Optional.<Domain>empty() : Optional.of(domain(line));
    var task = line.task().isEmpty() ? Optional.<UUID>empty() : Optional.of(task(line, domain));
    task.ifPresent(id -> lineOfTask.putIfAbsent(id, line.number()));
    if (!line.ksa().isEmpty()) ksa(line, task);
    rows.add(row(line, standing, steps.subList(before, steps.size())));
  }

  /** The cells as the board has them now, where it has the task. */
  private Optional<List<String>> standing(ImportLine line) {
    if (line.task().isEmpty()) return Optional.empty();
    return find(line)
        .map(task -> List.of(title(task), task.text(), task.source(), line.ksaType(), line.ksa()));
  }

  private String title(Statement task) {
    return domains.values().stream()
        .filter(domain -> task.domain().filter(domain.id()::equals).isPresent())
        .map(Domain::title)
        .findFirst()
        .orElse("");
  }

  private static ImportRow row(
      ImportLine line, Optional<List<String>> standing, List<ImportStep> done) {
    var adds = done.stream().anyMatch(step -> step instanceof ImportStep.AddStatement);
    var changes =
        done.stream()
            .anyMatch(step -> step instanceof ImportStep.Reword || step instanceof ImportStep.Move);
    if (changes)
      return new ImportRow(line.number(), Change.CHANGED, line.cells(), standing, Optional.empty());
    var change =
        done.isEmpty() ? Change.SAME : adds || standing.isEmpty() ? Change.NEW : Change.CHANGED;
    return new ImportRow(line.number(), change, line.cells(), Optional.empty(), Optional.empty());
  }

  private Domain domain(ImportLine line) {
    return domains.computeIfAbsent(
        words(line.domain()),
        _ -> {
          var domain = Domain.fresh(new DomainId(UUID.randomUUID()), line.domain(), "");
          steps.add(new ImportStep.AddDomain(domain));
          return domain;
        });
  }

  private UUID task(ImportLine line, Optional<Domain> domain) {
    var stored = find(line);
    var place = domain.orElseThrow().id();
    if (stored.isEmpty()) {
      var id = new TaskId(UUID.randomUUID());
      return enter(StatementInput.task(id, place, line.task(), line.source()));
    }
    var task = stored.get();
    if (!task.text().equals(line.task()))
      steps.add(new ImportStep.Reword(task.id(), task.wording() + 1, line.task()));
    if (!task.domain().equals(Optional.of(place))) steps.add(new ImportStep.Move(task.id(), place));
    remember(as(task, line.task(), place));
    return task.id();
  }

  private void ksa(ImportLine line, Optional<UUID> task) {
    var type = TYPES.get(words(line.ksaType()));
    var key = StatementKind.of(type) + " " + words(line.ksa());
    var id =
        byWords.containsKey(key)
            ? byWords.get(key).id()
            : enter(StatementInput.ksa(new KsaId(UUID.randomUUID()), type, line.ksa()));
    task.map(t -> new Link(new TaskId(t), new KsaId(id)))
        .filter(links::add)
        .ifPresent(link -> steps.add(new ImportStep.AddLink(link)));
  }

  private UUID enter(StatementInput input) {
    steps.add(new ImportStep.AddStatement(input));
    remember(
        new Statement(
            input.id(),
            input.kind(),
            input.domain(),
            input.text(),
            input.source(),
            1,
            "",
            java.time.Instant.EPOCH,
            Optional.empty(),
            1));
    return input.id();
  }

  private Optional<Fault> fault(ImportLine line) {
    var twice = seen.putIfAbsent(line.cells(), line.number());
    if (twice != null) return fault("csvTwice", Map.of("line", twice));
    if (line.domain().isEmpty() && !line.task().isEmpty()) return fault("importDomainMissing");
    if (line.task().isEmpty() && line.ksa().isEmpty()) return fault("importTaskMissing");
    if (!line.ksa().isEmpty() && !TYPES.containsKey(words(line.ksaType())))
      return fault("importKsaType", Map.of("type", line.ksaType()));
    if (line.ksa().isEmpty() && !line.ksaType().isEmpty()) return fault("importKsaMissing");
    if (line.task().length() > LONGEST_STATEMENT || line.ksa().length() > LONGEST_STATEMENT)
      return fault("tooLong", Map.of("limit", LONGEST_STATEMENT));
    if (line.domain().length() > LONGEST_TITLE || line.source().length() > LONGEST_TITLE)
      return fault("tooLong", Map.of("limit", LONGEST_TITLE));
    return dropped(line).or(() -> contradiction(line));
  }

  /** What was dropped for a reason does not come back by an import. */
  private Optional<Fault> dropped(ImportLine line) {
    var domain = Optional.ofNullable(domains.get(words(line.domain()))).flatMap(Domain::dropped);
    var task = find(line).flatMap(Statement::dropped);
    return domain
        .or(() -> task)
        .flatMap(reason -> fault("importDropped", Map.of("reason", reason)));
  }

  /** One file says one thing of a task. */
  private Optional<Fault> contradiction(ImportLine line) {
    var task = line.task().isEmpty() ? Optional.<Statement>empty() : find(line);
    var earlier = task.map(found -> lineOfTask.get(found.id()));
    if (earlier.isEmpty()) return Optional.empty();
    if (!task.get().text().equals(line.task()))
      return fault("importTwoWordings", Map.of("line", earlier.get()));
    return words(title(task.get())).equals(words(line.domain()))
        ? Optional.empty()
        : fault("importTwoDomains", Map.of("line", earlier.get()));
  }

  private Optional<Statement> find(ImportLine line) {
    return Optional.ofNullable(line.source().isEmpty() ? null : bySource.get(line.source()))
        .or(() -> Optional.ofNullable(byWords.get(StatementKind.TASK + " " + words(line.task()))));
  }

  private void remember(Statement statement) {
    if (statement.isTask()) bySource.put(statement.id().toString(), statement);
    if (!statement.source().isEmpty()) bySource.put(statement.source(), statement);
    byWords.put(statement.kind() + " " + words(statement.text()), statement);
  }

  private static Statement as(Statement task, String text, DomainId domain) {
    return new Statement(
        task.id(),
        task.kind(),
        Optional.of(domain),
        text,
        task.source(),
        task.wording(),
        task.author(),
        task.writtenAt(),
        task.dropped(),
        task.version());
  }

  private static String words(String text) {
    return StatementRules.sameWords(text);
  }

  private static Optional<Fault> fault(String key) {
    return fault(key, Map.of());
  }

  private static Optional<Fault> fault(String key, Map<String, Object> values) {
    return Optional.of(new Fault("", key, values));
  }

  private static Map<String, KsaType> types() {
    var types = new HashMap<String, KsaType>();
    for (var type : KsaType.values()) types.put(type.name().toLowerCase(Locale.ROOT), type);
    types.putAll(
        Map.of(
            "k", KsaType.KNOWLEDGE,
            "c", KsaType.KNOWLEDGE,
            "conocimiento", KsaType.KNOWLEDGE,
            "s", KsaType.SKILL,
            "h", KsaType.SKILL,
            "habilidad", KsaType.SKILL,
            "destreza", KsaType.SKILL,
            "a", KsaType.ABILITY,
            "aptitud", KsaType.ABILITY,
            "capacidad", KsaType.ABILITY));
    return Map.copyOf(types);
  }
}
