package org.rolewright.credential;

import java.time.LocalDate;

/** A certificate as its holder sees it. */
public record OwnCertificate(
    CredentialId id,
    String number,
    String code,
    String title,
    Credential.Status status,
    LocalDate issuedOn,
    LocalDate expiresOn) {}
