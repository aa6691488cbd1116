package org.rolewright.formreport;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.rolewright.appraisal.ItemFigures;
import org.rolewright.marking.KeyRule;
import org.rolewright.platform.documents.Block;
import org.rolewright.platform.documents.Section;
import org.rolewright.scoring.ScorePlots;

/** What the items did, and what was decided about their keys. */
record ItemsPart(FormReportModel model, Words words) {

  List<Section> sections() {
    return List.of(items(), decisions());
  }

  private Section items() {
    var points =
        model.items().stream()
            .map(item ->
                new ScorePlots.Point(
                    item.position(), item.code(), item.counts(), item.p(), item.discrimination()))
            .toList();
    return Section.of(
        "items",
        words.text("items"),
        words.say("items.lead"),
        Block.Drawn.of("items-figure", new ScorePlots(words.formats()).items(points)),
        new Block.Table(
            "items-table",
            words.text("items.table"),
            columns(),
            model.items().stream().map(this::row).toList(),
            words.text("items.note")));
  }

  private List<Block.Column> columns() {
    var columns =
        new ArrayList<>(
            words.columns("item", "short.n", "short.p", "interval", "short.r", "short.seconds"));
    columns.add(Block.Column.text(words.text("items.remarks")));
    return columns;
  }

  private Block.Row row(FormReportModel.Item item) {
    var interval =
        item.interval()
            .map(one -> words.formats().interval(one.lower(), one.upper(), 2))
            .orElse("–");
    return Block.Row.of(
        item.position() + " " + item.code() + " v" + item.version() + " (" + item.domain() + ")",
        words.count(item.answered()),
        words.number(item.p()),
        interval,
        words.number(item.discrimination()),
        words.number(item.seconds(), 0),
        remarks(item));
  }

  private String remarks(FormReportModel.Item item) {
    var remarks = new ArrayList<String>();
    if (!item.scored()) remarks.add(words.text("items.isPilot"));
    if (item.rule() != KeyRule.Kind.AS_WRITTEN) remarks.add(words.word("rule", item.rule()));
    remarks.addAll(flags(item.flags()));
    return String.join("; ", remarks);
  }

  private List<String> flags(List<ItemFigures.Flag> flags) {
    return flags.stream().map(flag -> words.word("flag", flag)).toList();
  }

  private Section decisions() {
    if (model.decisions().isEmpty())
      return Section.of("keys", words.text("keys"), words.say("keys.none"));
    var rows =
        model.decisions().stream()
            .map(one ->
                Block.Row.of(
                    one.code(),
                    flags(one.flags()).stream().collect(Collectors.joining("; ")),
                    words.word("verdict", one.verdict()),
                    words.word("rule", one.rule()),
                    one.by() + ", " + words.formats().date(one.at())))
            .toList();
    return Section.of(
        "keys",
        words.text("keys"),
        words.say("keys.lead"),
        new Block.Table(
            "keys-table",
            words.text("keys.table"),
            words.words("item", "keys.flags", "keys.verdict", "keys.rule", "keys.by"),
            rows,
            words.text("keys.note")));
  }
}
