package org.rolewright.credential;

import java.math.BigInteger;
import java.security.MessageDigest;
import org.rolewright.platform.InstallationSecret;

/** Codes of certificates. They follow from the installation's secret, so none is kept. */
final class CertificateCodes {
  private final InstallationSecret secret;

  CertificateCodes(InstallationSecret secret) {
    this.secret = secret;
  }

  Signs code(CredentialId id) {
    var rest = new BigInteger(1, secret.derive("certificate code", id.value().toString()));
    var base = BigInteger.valueOf(Signs.ALPHABET.length());
    return Signs.of(at -> rest.divide(base.pow(at)).mod(base).intValue());
  }

  /** What is kept of a code: without the secret nobody can try codes against it. */
  byte[] mark(Signs code) {
    return secret.derive("certificate mark", code.plain());
  }

  boolean fits(Signs code, byte[] mark) {
    return MessageDigest.isEqual(mark(code), mark);
  }
}
