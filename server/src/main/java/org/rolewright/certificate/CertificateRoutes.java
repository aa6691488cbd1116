package org.rolewright.certificate;

import java.util.function.Supplier;
import org.rolewright.credential.CredentialId;
import org.rolewright.platform.http.Api;
import org.rolewright.platform.http.Reply;
import org.rolewright.platform.http.Request;

/** Operations of {@code api/certificate.yaml}. */
public final class CertificateRoutes {
  private CertificateRoutes() {}

  /**
   * @param baseUrl the address that people use, which is printed
   */
  public static void mount(Api api, CertificateService certificates, Supplier<String> baseUrl) {
    api.on("printCertificate", r -> pdf(certificates.print(r.actor(), id(r), baseUrl.get())));
    api.on(
        "printOwnCertificate",
        r -> pdf(certificates.printOwn(r.actor(), r.text("X-Candidate"), id(r), baseUrl.get())));
  }

  private static Reply pdf(byte[] printed) {
    return Reply.file("application/pdf", "certificate.pdf", printed);
  }

  private static CredentialId id(Request request) {
    return new CredentialId(request.uuid("certificateId"));
  }
}
