package org.rolewright.formreport;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.rolewright.blueprint.Blueprint.Signature;
import org.rolewright.platform.documents.Block;
import org.rolewright.platform.documents.Fact;
import org.rolewright.platform.text.Formats;
import org.rolewright.psychometrics.Interval;

/** The report's words and numbers in one language. */
record Words(Formats formats) {

  /**
   * @param gaps name and value in turn
   */
  String text(String key, Object... gaps) {
    var values = new HashMap<String, Object>();
    for (int i = 0; i < gaps.length; i += 2) values.put((String) gaps[i], gaps[i + 1]);
    return formats.text("formreport." + key, values);
  }

  /** The word for a constant: {@code RECALL} of {@code level}. */
  String word(String family, Enum<?> constant) {
    return text(family + "." + constant.name().toLowerCase(Locale.ROOT));
  }

  Block say(String key, Object... gaps) {
    return Block.paragraph(text(key, gaps));
  }

  Fact fact(String key, String value) {
    return new Fact(text(key), value);
  }

  String count(long number) {
    return formats.number(number);
  }

  String number(OptionalDouble value, int decimals) {
    return formats.number(value.orElse(Double.NaN), decimals);
  }

  String number(OptionalDouble value) {
    return number(value, 2);
  }

  String percent(OptionalDouble share) {
    return formats.percent(share.orElse(Double.NaN), 1);
  }

  /** With what is known of its 95 % interval. */
  String withInterval(OptionalDouble value, Optional<Interval> interval) {
    return interval
        .map(one ->
            text(
                "valueInterval",
                "value",
                number(value),
                "interval",
                formats.interval(one.lower(), one.upper(), 2)))
        .orElseGet(() -> number(value));
  }

  String signed(Optional<Signature> signature) {
    return signature.map(one -> one.name() + ", " + formats.date(one.at())).orElse("–");
  }

  String written(String text) {
    return text.isBlank() ? text("notWritten") : text;
  }

  /** A column of words, then columns of numbers. */
  List<Block.Column> columns(String first, String... numbers) {
    var columns = new ArrayList<Block.Column>();
    columns.add(Block.Column.text(text(first)));
    for (var key : numbers) columns.add(Block.Column.number(text(key)));
    return columns;
  }

  List<Block.Column> words(String... keys) {
    return Arrays.stream(keys).map(key -> Block.Column.text(text(key))).toList();
  }
}
