package org.rolewright.platform.datasets;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rolewright.platform.datasets.Column.Meaning;

/**
 * A script for R that reads data files, each into a data frame of its name. It is plain ASCII, so
 * that its labels arrive whatever the character set of the machine.
 */
public final class RScript {
  private static final String HEAD =
      """
      # Reads %s with all labels. Base R 3.5 or later is enough.
      # Put the files into one folder together with this script, then:
      #   setwd("that folder"); source("read-data.R")
      #
      # attr(x, "label") says what a column holds. A choice becomes a factor. A rating stays a
      # number; attr(x, "labels") holds the words of its codes. Where a value is missing it is NA,
      # and the column "<name>.missing" says why.

      read_labelled <- function(file, columns) {
        data <- read.csv(file, check.names = FALSE, colClasses = "character",
                         na.strings = character(0), encoding = "UTF-8")
        stopifnot(identical(names(data), vapply(columns, function(column) column$name, "")))
        for (column in columns) {
          cells <- data[[column$name]]
          absent <- match(cells, column$missing)
          given <- ifelse(is.na(absent), cells, NA)
          if (column$kind == "CHOICE") {
            value <- factor(given, levels = column$values, labels = column$words)
          } else if (column$kind == "NUMBER") {
            value <- as.numeric(given)
            if (length(column$values) > 0)
              attr(value, "labels") <- setNames(as.numeric(column$values), column$words)
          } else {
            value <- given
          }
          stopifnot(identical(is.na(value), is.na(given)))
          attr(value, "label") <- column$label
          data[[column$name]] <- value
          if (length(column$missing) > 0)
            data[[paste0(column$name, ".missing")]] <-
              factor(column$missing_words[absent], levels = column$missing_words)
        }
        data
      }
      """;

  private RScript() {}

  /** The script for these files. */
  public static String reading(List<DataFile> files) {
    var names = files.stream().map(DataFile::fileName).collect(Collectors.joining(" and "));
    var script = new StringBuilder(HEAD.formatted(names));
    for (var file : files)
      script
          .append("\n%s <- read_labelled(%s, list(\n".formatted(file.name(), text(file.fileName())))
          .append(file.columns().stream().map(RScript::column).collect(Collectors.joining(",\n")))
          .append("))\n");
    return script.toString();
  }

  private static String column(Column column) {
    return "  list(name = %s, label = %s, kind = %s,\n       values = %s, words = %s,\n       missing = %s, missing_words = %s)"
        .formatted(
            text(column.name()),
            text(column.label()),
            text(column.kind().name()),
            texts(column.values(), Meaning::cell),
            texts(column.values(), value -> distinctWords(column, value)),
            texts(column.missing(), Meaning::cell),
            texts(column.missing(), Meaning::words));
  }

  /** Words that stand for two cells say for which; R takes equal words for one level. */
  private static String distinctWords(Column column, Meaning value) {
    var alike = column.values().stream().filter(other -> other.words().equals(value.words()));
    return alike.count() > 1 ? value.words() + " (" + value.cell() + ")" : value.words();
  }

  private static String texts(List<Meaning> meanings, Function<Meaning, String> part) {
    return meanings.isEmpty()
        ? "character(0)"
        : meanings.stream()
            .map(meaning -> text(part.apply(meaning)))
            .collect(Collectors.joining(", ", "c(", ")"));
  }

  /** A literal; whatever is not plain ASCII is escaped. */
  static String text(String words) {
    var literal = new StringBuilder("\"");
    words
        .codePoints()
        .forEach(c -> {
          if (c == '"' || c == '\\') literal.append('\\').appendCodePoint(c);
          else if (c >= ' ' && c < 0x7f) literal.appendCodePoint(c);
          else if (c > 0xffff) literal.append("\\U%08x".formatted(c));
          else if (c != 0) literal.append("\\u%04x".formatted(c));
        });
    return literal.append('"').toString();
  }
}
