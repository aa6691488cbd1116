package org.rolewright.delivery;

import java.util.Map;
import java.util.Optional;
import org.rolewright.delivery.SittingService.EntryInput;
import org.rolewright.delivery.SittingService.SubmissionInput;
import org.rolewright.platform.Actor;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.http.Api;
import org.rolewright.platform.http.DirectRequest;
import org.rolewright.platform.http.Request;

/** Operations of {@code api/delivery.yaml}. */
public final class DeliveryRoutes {
  private static final String TOKEN = "X-Sitting";

  private DeliveryRoutes() {}

  private record StartInput(Optional<String> agreementVersion) {}

  public static void mount(Api api, SittingService sittings, SavingService saving) {
    api.on("enterExam", r -> sittings.enter(r.actor(), r.body(EntryInput.class)));
    api.on("readSitting", r -> sittings.sitting(r.actor(), token(r)));
    api.on(
        "startExam",
        r -> sittings.start(r.actor(), token(r), r.body(StartInput.class).agreementVersion()));
    api.on("takePen", r -> sittings.takePen(r.actor(), token(r)));
    api.on("submitExam", r -> sittings.submit(r.actor(), token(r), r.body(SubmissionInput.class)));
    api.on("readReceipt", r -> sittings.receipt(r.actor(), token(r)));
    api.direct("postEvents", r -> saving.post(new Actor.Visitor(), post(r, saving.tick())));
  }

  private static Post post(DirectRequest request, long arrived) {
    if (request.header("X-Rolewright").isEmpty()) throw new Refusal.Forbidden("ownPages");
    if (request
        .header("Content-Type")
        .filter(type -> type.startsWith("application/json"))
        .isEmpty())
      throw new Refusal.Malformed(
          "Content-Type", "wrongContentType", Map.of("limit", "application/json"));
    return PostReader.read(
        request.header(TOKEN).orElseThrow(Refusal.NotSignedIn::new), request.body(), arrived);
  }

  private static String token(Request request) {
    return request.text(TOKEN);
  }
}
