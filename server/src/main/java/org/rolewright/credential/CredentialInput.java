package org.rolewright.credential;

import java.util.List;
import org.rolewright.delivery.SittingId;

/** Certificates to be proposed, for the exams passed in these sittings. */
public record CredentialInput(List<SittingId> sittings, int validMonths) {
  public CredentialInput {
    sittings = List.copyOf(sittings);
  }
}
