package org.rolewright.platform.documents;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.rolewright.platform.text.Formats;

/** Words and numbers of a kind of report in one language. */
public abstract class Phrases {
  private final Formats formats;
  private final String area;

  /**
   * @param area of the catalogue, with which the keys begin
   */
  protected Phrases(Formats formats, String area) {
    this.formats = formats;
    this.area = area;
  }

  public final Formats formats() {
    return formats;
  }

  /**
   * @param gaps name and value in turn
   */
  public final String text(String key, Object... gaps) {
    var values = new HashMap<String, Object>();
    for (int i = 0; i < gaps.length; i += 2) values.put((String) gaps[i], gaps[i + 1]);
    return formats.text(area + "." + key, values);
  }

  /** The word for a constant: {@code RECALL} of {@code level}. */
  public final String word(String family, Enum<?> constant) {
    return text(family + "." + constant.name().toLowerCase(Locale.ROOT));
  }

  public final Block say(String key, Object... gaps) {
    return Block.paragraph(text(key, gaps));
  }

  public final Fact fact(String key, String value) {
    return new Fact(text(key), value);
  }

  public final String count(long number) {
    return formats.number(number);
  }

  public final String number(OptionalDouble value) {
    return number(value, 2);
  }

  public final String number(OptionalDouble value, int decimals) {
    return formats.number(value.orElse(Double.NaN), decimals);
  }

  public final String percent(OptionalDouble share) {
    return formats.percent(share.orElse(Double.NaN), 1);
  }

  /** What was written, else that nothing was. */
  public final String written(String text) {
    return text.isBlank() ? text("notWritten") : text;
  }

  /** A column of words, then columns of numbers. */
  public final List<Block.Column> columns(String first, String... numbers) {
    var columns = new ArrayList<Block.Column>();
    columns.add(Block.Column.text(text(first)));
    for (var key : numbers) columns.add(Block.Column.number(text(key)));
    return columns;
  }

  /** Columns of words. */
  public final List<Block.Column> words(String... keys) {
    return Arrays.stream(keys).map(key -> Block.Column.text(text(key))).toList();
  }
}
