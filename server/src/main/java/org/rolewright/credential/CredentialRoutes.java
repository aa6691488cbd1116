package org.rolewright.credential;

import java.util.List;
import java.util.Map;
import org.rolewright.platform.http.Api;
import org.rolewright.platform.http.Request;
import org.rolewright.study.StudyId;

/** Operations of {@code api/credential.yaml}. */
public final class CredentialRoutes {
  private CredentialRoutes() {}

  private record Act(Credential.Kind kind, String reason) {}

  private record Issued(List<CredentialId> certificates) {}

  private record Asked(String number, String code) {}

  public static void mount(
      Api api, CredentialService credentials, VerificationService verification) {
    api.on("readRegistry", r -> credentials.registry(r.actor(), study(r)));
    api.on(
        "proposeCertificates",
        r -> credentials.propose(r.actor(), study(r), r.body(CredentialInput.class)));
    api.on(
        "issueCertificates",
        r -> credentials.issue(r.actor(), study(r), r.body(Issued.class).certificates()));
    api.on(
        "withdrawCertificate",
        r -> credentials.withdraw(r.actor(), new CredentialId(r.uuid("certificateId"))));
    api.on(
        "actOnCertificate",
        r -> {
          var act = r.body(Act.class);
          return credentials.act(r.actor(), id(r), act.kind(), act.reason());
        });
    api.on(
        "verifyCertificate",
        r -> {
          var asked = r.body(Asked.class);
          return verification.verify(r.actor(), asked.number(), asked.code());
        });
    api.on(
        "listOwnCertificates",
        r -> Map.of("certificates", verification.listOwn(r.actor(), r.text("X-Candidate"))));
  }

  private static CredentialId id(Request request) {
    return new CredentialId(request.uuid("certificateId"));
  }

  private static StudyId study(Request request) {
    return new StudyId(request.uuid("studyId"));
  }
}
