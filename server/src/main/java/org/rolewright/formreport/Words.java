package org.rolewright.formreport;

import java.util.Optional;
import java.util.OptionalDouble;
import org.rolewright.blueprint.Blueprint.Signature;
import org.rolewright.platform.documents.Phrases;
import org.rolewright.platform.text.Formats;
import org.rolewright.psychometrics.Interval;

/** The report's words and numbers in one language. */
final class Words extends Phrases {
  Words(Formats formats) {
    super(formats, "formreport");
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
                formats().interval(one.lower(), one.upper(), 2)))
        .orElseGet(() -> number(value));
  }

  String signed(Optional<Signature> signature) {
    return signature.map(one -> one.name() + ", " + formats().date(one.at())).orElse("–");
  }
}
