package org.rolewright.credential;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** What whoever holds a certificate's number and code is told: made from an allow-list. */
public record VerifiedView(
    String number,
    String holder,
    String title,
    Credential.Status status,
    LocalDate issuedOn,
    LocalDate expiresOn,
    Optional<Instant> since,
    Instant checkedAt) {}
