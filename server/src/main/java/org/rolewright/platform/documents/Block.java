package org.rolewright.platform.documents;

import java.util.List;
import org.rolewright.platform.plots.Plot;

/** What a section is made of. */
public sealed interface Block {

  record Paragraph(List<Inline> words) implements Block {
    public Paragraph {
      words = List.copyOf(words);
    }
  }

  /** A bordered remark. */
  record Remark(List<Inline> words) implements Block {
    public Remark {
      words = List.copyOf(words);
    }
  }

  record Bullets(List<String> items) implements Block {
    public Bullets {
      items = List.copyOf(items);
    }
  }

  /** A numbered list. */
  record Steps(List<String> items) implements Block {
    public Steps {
      items = List.copyOf(items);
    }
  }

  record Definitions(List<Fact> facts) implements Block {
    public Definitions {
      facts = List.copyOf(facts);
    }
  }

  /**
   * A table; the first column heads its row.
   *
   * @param note below the table; may be empty
   */
  record Table(String id, String caption, List<Column> columns, List<Row> rows, String note)
      implements Block {
    public Table {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
      for (var row : rows) fits(row, columns.size(), caption);
    }

    private static void fits(Row row, int columns, String caption) {
      int cells = row.cells().size();
      boolean group = row.kind() == RowKind.GROUP && cells == 1;
      if (!group && cells != columns)
        throw new IllegalArgumentException(caption + ": a row of " + cells + " cells");
    }
  }

  record Column(String header, Align align) {
    public static Column text(String header) {
      return new Column(header, Align.LEFT);
    }

    public static Column number(String header) {
      return new Column(header, Align.RIGHT);
    }
  }

  enum Align {
    LEFT,
    RIGHT
  }

  record Row(RowKind kind, List<String> cells) {
    public Row {
      cells = List.copyOf(cells);
    }

    public static Row of(String... cells) {
      return new Row(RowKind.PLAIN, List.of(cells));
    }

    /** Heads the rows below it, over the whole width. */
    public static Row group(String title) {
      return new Row(RowKind.GROUP, List.of(title));
    }

    public static Row total(String... cells) {
      return new Row(RowKind.TOTAL, List.of(cells));
    }
  }

  enum RowKind {
    PLAIN,
    GROUP,
    TOTAL
  }

  /** A plot with its caption; the renderer draws it to fit. */
  record Drawn(String id, Plot plot, String note) implements Block {
    public static Drawn of(String id, Plot plot) {
      return new Drawn(id, plot, "");
    }
  }

  record PageBreak() implements Block {}

  static Paragraph paragraph(String text) {
    return new Paragraph(List.of(new Inline.Plain(text)));
  }

  static Paragraph paragraph(Inline... words) {
    return new Paragraph(List.of(words));
  }

  static Remark remark(String text) {
    return new Remark(List.of(new Inline.Plain(text)));
  }
}
