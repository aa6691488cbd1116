package org.rolewright.itemwriting;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.rolewright.blueprint.BlueprintId;
import org.rolewright.item.ContentRules;
import org.rolewright.item.ItemContent;
import org.rolewright.itembank.ItemId;
import org.rolewright.itembank.ItemState;
import org.rolewright.itembank.ItemVersion;
import org.rolewright.itembank.ItemVersionId;
import org.rolewright.platform.PersonId;
import org.rolewright.platform.http.Api;
import org.rolewright.platform.http.Reply;
import org.rolewright.platform.http.Request;
import org.rolewright.platform.text.Texts;
import org.rolewright.study.StudyId;

/** Operations of {@code api/itemwriting.yaml}. */
public final class WritingRoutes {
  private static final int FORMS = 2;
  private static final int TITLE = 140;

  private WritingRoutes() {}

  private record Unsaved(ItemContent content, Optional<ItemId> except) {}

  private record FindingView(
      String pointer, Flaw code, Finding.Severity severity, String message) {}

  private record Findings(List<FindingView> findings) {}

  private record ItemFindings(
      ItemId item, ItemVersionId version, String code, List<FindingView> findings) {}

  private record Balance(
      int options, List<Integer> counts, double expected, OptionalDouble p, boolean unbalanced) {}

  private record BankFindings(List<ItemFindings> items, List<Balance> keyBalance) {}

  private record AlikeView(
      ItemId item,
      ItemVersionId version,
      String code,
      ItemState state,
      double likeness,
      Optional<String> title) {}

  private record AlikeItems(List<AlikeView> items) {}

  private record Level(org.rolewright.item.Level level, int live) {}

  private record CoverageView(
      BlueprintId blueprint,
      int version,
      int forms,
      List<Coverage.Cell> cells,
      List<Level> levels) {}

  private record Assignments(List<AssignmentView> assignments) {}

  private record Writer(PersonId person, String name) {}

  private record Writers(List<Writer> people) {}

  private record RowView(int line, SheetRow.Change change, String code, Optional<String> message) {}

  private record ImportView(List<RowView> rows, String hash) {}

  public static void mount(Api api, WritingService writing, Texts texts) {
    api.on(
        "lintItem",
        r ->
            new Findings(
                views(
                    writing.review(r.actor(), study(r), r.body(Unsaved.class).content()),
                    r,
                    texts)));
    api.on("lintBank", r -> view(writing.review(r.actor(), study(r)), r, texts));
    api.on("findSimilarItems", r -> alike(r, writing));
    api.on(
        "readCoverage",
        r ->
            view(
                writing.coverage(
                    r.actor(), study(r), r.findText("forms").map(Integer::valueOf).orElse(FORMS))));
    mountAssignments(api, writing);
    mountSheets(api, writing, texts);
  }

  private static void mountAssignments(Api api, WritingService writing) {
    api.on(
        "listWritingAssignments",
        r -> new Assignments(writing.listAssignments(r.actor(), study(r))));
    api.on(
        "listWriters",
        r ->
            new Writers(
                writing.listWriters(r.actor(), study(r)).stream()
                    .map(person -> new Writer(person.id(), person.name()))
                    .toList()));
    api.on(
        "putWritingAssignment",
        r ->
            writing.assign(
                r.actor(), study(r), assignment(r), r.body(AssignmentInput.class), r.version()));
    api.does(
        "withdrawWritingAssignment", r -> writing.withdraw(r.actor(), study(r), assignment(r)));
  }

  private static void mountSheets(Api api, WritingService writing, Texts texts) {
    api.on(
        "exportItems",
        r -> {
          var table = writing.export(r.actor(), study(r));
          return Reply.file("text/csv; charset=utf-8", table.fileName(), table.csv());
        });
    api.on(
        "previewItemImport", r -> view(writing.preview(r.actor(), study(r), r.bytes()), r, texts));
    api.on(
        "importItems",
        r -> view(writing.take(r.actor(), study(r), r.bytes(), r.text("hash")), r, texts));
  }

  private static AlikeItems alike(Request r, WritingService writing) {
    var unsaved = r.body(Unsaved.class);
    return new AlikeItems(
        writing.listAlike(r.actor(), study(r), unsaved.content(), unsaved.except()).stream()
            .map(one -> view(one, r))
            .toList());
  }

  private static AlikeView view(WritingService.Alike one, Request r) {
    var version = one.version();
    return new AlikeView(
        version.item(),
        version.id(),
        version.code(),
        version.state(),
        one.likeness(),
        Optional.of(title(version, r)).filter(_ -> one.readable()));
  }

  private static String title(ItemVersion version, Request r) {
    var languages = version.content().languages();
    var language = languages.contains(r.language()) ? r.language() : languages.iterator().next();
    var words = ContentRules.words(version.content(), language);
    return words.length() <= TITLE ? words : words.substring(0, TITLE) + "…";
  }

  private static List<FindingView> views(List<Finding> findings, Request r, Texts texts) {
    return findings.stream()
        .map(one ->
            new FindingView(
                one.pointer(),
                one.flaw(),
                one.severity(),
                texts.text(r.language(), "flaw." + one.flaw().code(), one.values())))
        .toList();
  }

  private static BankFindings view(BankReading reading, Request r, Texts texts) {
    var items =
        reading.items().stream()
            .map(item ->
                new ItemFindings(
                    item.version().item(),
                    item.version().id(),
                    item.version().code(),
                    views(item.findings(), r, texts)))
            .toList();
    var balance =
        reading.balance().stream()
            .map(one ->
                new Balance(one.options(), one.counts(), one.expected(), one.p(), one.unbalanced()))
            .toList();
    return new BankFindings(items, balance);
  }

  private static CoverageView view(Coverage coverage) {
    var levels =
        coverage.levels().entrySet().stream()
            .map(one -> new Level(one.getKey(), one.getValue()))
            .toList();
    return new CoverageView(
        coverage.blueprint(), coverage.version(), coverage.forms(), coverage.cells(), levels);
  }

  private static ImportView view(ItemImport read, Request r, Texts texts) {
    return new ImportView(
        read.rows().stream()
            .map(row ->
                new RowView(
                    row.line(),
                    row.change(),
                    row.code(),
                    row.fault()
                        .map(fault -> texts.text(r.language(), fault.key(), fault.values()))))
            .toList(),
        read.hash());
  }

  private static StudyId study(Request request) {
    return new StudyId(request.uuid("studyId"));
  }

  private static AssignmentId assignment(Request request) {
    return new AssignmentId(request.uuid("assignmentId"));
  }
}
