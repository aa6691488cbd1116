package org.rolewright.result;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rolewright.platform.documents.Block;
import org.rolewright.platform.documents.Cover;
import org.rolewright.platform.documents.Document;
import org.rolewright.platform.documents.Edition;
import org.rolewright.platform.documents.Fact;
import org.rolewright.platform.documents.Pdfs;
import org.rolewright.platform.documents.Section;
import org.rolewright.platform.text.Formats;
import org.rolewright.platform.text.Language;
import org.rolewright.platform.text.Texts;

/** A candidate's score report, as an accessible PDF. */
final class ResultPrinter {
  private final Texts texts;
  private final Pdfs pdfs;

  ResultPrinter(Texts texts) {
    this.texts = texts;
    pdfs = new Pdfs(texts);
  }

  byte[] print(ResultView result, Language language) {
    var formats = new Formats(language, texts);
    var cover =
        new Cover(
            result.programme(),
            formats.text("result.title"),
            result.name(),
            List.of(
                new Fact(formats.text("result.sat"), formats.date(result.satOn())),
                new Fact(formats.text("result.released"), formats.date(result.releasedOn()))));
    var issued = result.releasedOn().atStartOfDay(ZoneOffset.UTC).toInstant();
    var edition = new Edition("1", formats.text("result.confidential"), "", issued);
    return pdfs.print(new Document(language, cover, edition, sections(result, formats), List.of()));
  }

  private static List<Section> sections(ResultView result, Formats formats) {
    var sections = new ArrayList<Section>();
    sections.add(
        Section.of(
            "result",
            formats.text("result.outcome"),
            Block.remark(formats.text(result.passed() ? "result.passed" : "result.failed"))));
    result
        .failed()
        .ifPresent(diagnosis -> {
          sections.add(score(diagnosis, formats));
          sections.add(domains(diagnosis, formats));
        });
    sections.add(
        Section.of(
            "ask",
            formats.text("result.ask"),
            Block.paragraph(
                formats.text("result.askText", Map.of("until", formats.date(result.askUntil()))))));
    return sections;
  }

  private static Section score(ResultView.Diagnosis diagnosis, Formats formats) {
    return Section.of(
        "score",
        formats.text("result.score"),
        Block.paragraph(
            formats.text(
                "result.scoreText",
                Map.of(
                    "scaled", formats.number(diagnosis.scaled()),
                    "passing", formats.number(diagnosis.passing()),
                    "minimum", formats.number(diagnosis.minimum()),
                    "maximum", formats.number(diagnosis.maximum())))));
  }

  private static Section domains(ResultView.Diagnosis diagnosis, Formats formats) {
    var columns =
        List.of(
            Block.Column.text(formats.text("result.domain")),
            Block.Column.number(formats.text("result.items")),
            Block.Column.text(formats.text("result.level")));
    var rows =
        diagnosis.domains().stream()
            .map(domain ->
                Block.Row.of(
                    domain.title(), formats.number(domain.items()), level(domain, formats)))
            .toList();
    return Section.of(
        "domains",
        formats.text("result.domains"),
        Block.paragraph(formats.text("result.domainsText")),
        new Block.Table(
            "domain-levels",
            formats.text("result.domains"),
            columns,
            rows,
            caution(diagnosis, formats)));
  }

  private static String caution(ResultView.Diagnosis diagnosis, Formats formats) {
    var firm = diagnosis.domains().stream().allMatch(ResultView.Domain::reliable);
    return firm ? "" : formats.text("result.caution");
  }

  private static String level(ResultView.Domain domain, Formats formats) {
    var words = formats.text("result.level." + domain.level().code());
    return domain.reliable() ? words : words + " *";
  }
}
