package org.rolewright.platform.text;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Map;

/**
 * Numbers, intervals and dates as a reader of one language expects them. What has no value ({@code
 * NaN}) reads "n/a" and is never a zero.
 */
public record Formats(Language language, Texts texts) {

  public String text(String key) {
    return texts.text(language, key);
  }

  public String text(String key, Map<String, ?> values) {
    return texts.text(language, key, values);
  }

  /** With exactly so many decimals: {@code 3.10} or {@code 3,10}. */
  public String number(double value, int decimals) {
    if (Double.isNaN(value)) return text("plot.not-available");
    var format = NumberFormat.getInstance(language.locale());
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    return withMinusSign(format.format(value));
  }

  public String number(long value) {
    return NumberFormat.getIntegerInstance(language.locale()).format(value);
  }

  /** A share of one as a percentage: {@code 0.306} gives {@code 30.6%}. */
  public String percent(double share, int decimals) {
    if (Double.isNaN(share)) return text("plot.not-available");
    return text("plot.percent", Map.of("number", number(share * 100, decimals)));
  }

  public String interval(double low, double high, int decimals) {
    if (Double.isNaN(low) || Double.isNaN(high)) return text("plot.not-available");
    return text(
        "plot.interval", Map.of("low", number(low, decimals), "high", number(high, decimals)));
  }

  public String date(LocalDate date) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(language.locale())
        .format(date);
  }

  /** The day in UTC. */
  public String date(Instant instant) {
    return date(instant.atZone(ZoneOffset.UTC).toLocalDate());
  }

  private static String withMinusSign(String text) {
    if (!text.startsWith("-")) return text;
    return text.chars().anyMatch(c -> c >= '1' && c <= '9')
        ? "\u2212" + text.substring(1)
        : text.substring(1);
  }
}
