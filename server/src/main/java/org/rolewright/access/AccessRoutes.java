package org.rolewright.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.rolewright.audit.AuditEntry;
import org.rolewright.identity.IdentityService;
import org.rolewright.platform.Actor;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.Role;
import org.rolewright.platform.http.Api;
import org.rolewright.platform.http.Reply;
import org.rolewright.platform.mail.Letter;
import org.rolewright.platform.text.Language;
import org.rolewright.platform.text.Texts;

/** Operations of {@code api/access.yaml}. */
public final class AccessRoutes {
  private AccessRoutes() {}

  private record Credentials(String email, String password) {}

  private record Session(PersonView person) {}

  private record InvitationView(String email, Role role) {}

  private record People(List<PersonView> people) {}

  private record Outbox(List<Letter> letters, @JsonProperty("sending") boolean sending) {}

  private record AuditPage(List<AuditEntryView> entries) {}

  /**
   * An act on the trail.
   *
   * @param words what was done, in the reader's language
   */
  private record AuditEntryView(@JsonUnwrapped AuditEntry entry, String words) {
    static AuditEntryView of(AuditEntry entry, Texts texts, Language language) {
      var words = texts.find(language, "act." + entry.action(), Map.of());
      return new AuditEntryView(entry, words.orElse(entry.action()));
    }
  }

  /**
   * @param baseUrl the address that people use, for links
   * @param mailLeaves whether a mail server is set
   */
  public static void mount(
      Api api, AccessService access, Texts texts, Supplier<String> baseUrl, boolean mailLeaves) {
    api.on(
        "signIn",
        r -> {
          var credentials = r.body(Credentials.class);
          return session(access.signIn(r.actor(), credentials.email(), credentials.password()));
        });
    api.on("readSession", r -> new Session(self(r.actor())));
    api.on(
        "signOut",
        r -> {
          access.signOut(r.actor(), r.sessionToken());
          return Reply.json(200, Map.of()).signedOut();
        });
    api.does("readSetupLink", r -> access.checkSetupLink(r.actor(), r.text("token")));
    api.on(
        "setUp", r -> session(access.setUp(r.actor(), r.text("token"), r.body(NewAccount.class))));
    api.on(
        "invite",
        r ->
            Reply.json(
                201,
                access.invite(
                    r.actor(), r.body(InvitationInput.class), baseUrl.get(), r.language())));
    api.on(
        "readInvitation",
        r -> {
          var invitation = access.openInvitation(r.actor(), r.text("token"));
          return new InvitationView(invitation.email(), invitation.role());
        });
    api.on(
        "acceptInvitation",
        r ->
            session(access.acceptInvitation(r.actor(), r.text("token"), r.body(NewAccount.class))));
    api.on("listPeople", r -> new People(access.listPeople(r.actor())));
    api.on("listOutbox", r -> new Outbox(access.listOutbox(r.actor()), mailLeaves));
    api.on(
        "listAuditEntries",
        r ->
            new AuditPage(
                access
                    .listAuditEntries(
                        r.actor(), r.integer("before", Integer.MAX_VALUE), r.integer("limit", 100))
                    .stream()
                    .map(entry -> AuditEntryView.of(entry, texts, r.language()))
                    .toList()));
    api.on("verifyAudit", r -> access.verifyAudit(r.actor()));
  }

  private static Reply session(SignedIn signedIn) {
    return Reply.json(200, new Session(signedIn.person()))
        .signedIn(signedIn.token(), IdentityService.SESSION);
  }

  private static PersonView self(Actor actor) {
    if (actor instanceof Actor.Person person)
      return new PersonView(person.id(), person.name(), person.email(), person.roles());
    throw new Refusal.NotSignedIn();
  }
}
