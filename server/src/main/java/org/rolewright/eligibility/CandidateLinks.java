package org.rolewright.eligibility;

import java.util.Base64;
import org.rolewright.platform.InstallationSecret;
import org.rolewright.platform.Sha256;

/**
 * Private links. A token follows from the installation's secret, the candidate and the number of
 * the link: so every mail can carry it, and no table holds it.
 */
final class CandidateLinks {
  private final InstallationSecret secret;

  CandidateLinks(InstallationSecret secret) {
    this.secret = secret;
  }

  String token(CandidateId candidate, int number) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(secret.derive("candidate link", candidate.value() + " " + number));
  }

  byte[] hash(CandidateId candidate, int number) {
    return Sha256.of(token(candidate, number));
  }

  String link(String baseUrl, CandidateId candidate, int number) {
    return baseUrl + "/candidate/#/application/" + token(candidate, number);
  }
}
