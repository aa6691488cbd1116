package org.rolewright.export;

import java.util.List;
import org.rolewright.credential.Credential;
import org.rolewright.platform.datasets.Column;
import org.rolewright.platform.datasets.DataFile;

/** Issued certificates, without the codes that go with their numbers. */
record RegistryTable(List<Credential> certificates) {
  private static final List<Column> COLUMNS =
      List.of(
          Column.text("number", "number of the certificate"),
          Column.text("holder", "name as in the application"),
          Column.text("credential", "what the credential is called"),
          Column.text("status", "active, expired, suspended or revoked"),
          Column.text("issued_on", "first day on which it is valid"),
          Column.text("expires_on", "last day on which it is valid"));

  DataFile file() {
    return new DataFile(
        "certificates", COLUMNS, certificates.stream().map(RegistryTable::row).toList());
  }

  private static List<String> row(Credential one) {
    var issue = one.issue().orElseThrow();
    return List.of(
        one.grouped(),
        one.holder(),
        one.title(),
        one.status().code(),
        issue.on().toString(),
        issue.expiresOn().toString());
  }
}
