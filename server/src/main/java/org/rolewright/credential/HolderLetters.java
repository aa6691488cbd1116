package org.rolewright.credential;

import java.util.Map;
import java.util.function.Supplier;
import org.rolewright.eligibility.EligibilityService;
import org.rolewright.platform.db.Tx;
import org.rolewright.platform.text.Formats;
import org.rolewright.platform.text.Texts;

/**
 * Mails to holders about their certificates; why somebody decided so stays in the registry.
 *
 * @param baseUrl the address that people use, for links
 */
public record HolderLetters(EligibilityService eligibility, Texts texts, Supplier<String> baseUrl) {

  void issued(Tx tx, Credential one, Credential.Issue issue) {
    var until = new Formats(one.language(), texts).date(issue.expiresOn());
    write(tx, one, "certificateIssued", Map.of("title", one.title(), "until", until));
  }

  void acted(Tx tx, Credential one, Credential.Kind kind) {
    var news =
        switch (kind) {
          case SUSPEND -> "certificateSuspended";
          case REINSTATE -> "certificateReinstated";
          case REVOKE -> "certificateRevoked";
        };
    write(tx, one, news, Map.of("title", one.title()));
  }

  /** That it runs out before long. */
  public void runsOut(Tx tx, Credential one) {
    var until = new Formats(one.language(), texts).date(one.issue().orElseThrow().expiresOn());
    write(tx, one, "certificateRunsOut", Map.of("title", one.title(), "until", until));
  }

  private void write(Tx tx, Credential one, String kind, Map<String, ?> values) {
    eligibility.write(tx, one.candidate(), kind, values, baseUrl.get());
  }
}
