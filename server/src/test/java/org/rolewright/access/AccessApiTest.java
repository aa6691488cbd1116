package org.rolewright.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rolewright.Installation;
import org.rolewright.TestDatabase;
import org.rolewright.platform.Actor;
import org.rolewright.platform.Role;

class AccessApiTest {
  private static Installation rolewright;

  @BeforeAll
  static void start() {
    rolewright = Installation.serving();
  }

  @AfterAll
  static void stop() {
    rolewright.close();
  }

  @Test
  void the_set_up_link_makes_one_administrator_and_never_another() {
    try (var empty = Installation.serving()) {
      var token = empty.wiring().access.newSetupLink(new Actor.Program("test")).orElseThrow();
      var visitor = empty.visitor();
      visitor.call("readSetupLink").with("token", token).expect(204);
      var account =
          Map.of("name", "Ada", "email", "ada@example.org", "password", Installation.PASSWORD);
      var short_ = Map.of("name", "Ada", "email", "ada@example.org", "password", "short");
      assertEquals(
          "passwordTooShort",
          visitor.call("setUp").with("token", token).body(short_).expect(422).code());
      var ada = visitor.call("setUp").with("token", token).body(account).expect(200).json();
      assertEquals("ada@example.org", ada.at("/person/email").asText());
      assertEquals(2, ada.at("/person/roles").size());
      empty.visitor().call("setUp").with("token", token).body(account).expect(404);
      assertTrue(empty.wiring().access.newSetupLink(new Actor.Program("test")).isEmpty());
    }
  }

  @Test
  void a_newer_set_up_link_ends_the_older_one() {
    try (var empty = Installation.serving()) {
      var older = empty.wiring().access.newSetupLink(new Actor.Program("test")).orElseThrow();
      empty.wiring().access.newSetupLink(new Actor.Program("test"));
      empty.visitor().call("readSetupLink").with("token", older).expect(404);
    }
  }

  @Test
  void a_session_begins_with_the_password_and_ends_on_request() {
    var expert = rolewright.expert();
    var client = rolewright.visitor();
    client.call("readSession").expect(401);
    var wrong = Map.of("email", expert.email(), "password", "not the password");
    assertEquals("wrongPassword", client.call("signIn").body(wrong).expect(409).code());
    var answer =
        client
            .call("signIn")
            .body(Map.of("email", expert.email(), "password", Installation.PASSWORD))
            .expect(200);
    var cookie = answer.headers().get("set-cookie").getFirst();
    assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), cookie);
    assertFalse(answer.text().contains("token"));
    assertEquals(
        expert.email(), client.call("readSession").expect(200).json().at("/person/email").asText());
    client.call("signOut").expect(200);
    client.call("readSession").expect(401);
  }

  @Test
  void after_five_wrong_passwords_even_the_right_one_waits() {
    var expert = rolewright.expert();
    var client = rolewright.visitor();
    var wrong = Map.of("email", expert.email(), "password", "not the password");
    for (var tries = 0; tries < 6; tries++) client.call("signIn").body(wrong).expect(409);
    client
        .call("signIn")
        .body(Map.of("email", expert.email(), "password", Installation.PASSWORD))
        .expect(409);
  }

  @Test
  void a_request_from_another_page_is_refused() {
    var expert = rolewright.expert();
    var login = Map.of("email", expert.email(), "password", Installation.PASSWORD);
    var call = rolewright.visitor().call("signIn").body(login).without("X-Rolewright");
    assertEquals("forbidden", call.expect(403).code());
  }

  @Test
  void nobody_but_an_administrator_makes_the_second_of_two_people() {
    var second = Map.of("email", "second@example.org", "role", "certificationExpert");
    var alone = rolewright.signedIn(rolewright.expert()).call("invite").body(second).expect(403);
    assertTrue(alone.text().contains("administrator"), alone.text());
    rolewright
        .signedIn(rolewright.person(Role.ADMINISTRATOR))
        .call("invite")
        .body(second)
        .expect(201);
  }

  @Test
  void a_colleague_joins_by_the_link_in_the_mail_once() {
    var expert = rolewright.signedIn(rolewright.expert());
    var invited =
        expert
            .call("invite")
            .body(Map.of("email", "sme@example.org", "role", "sme"))
            .expect(201)
            .json();
    var link = invited.get("link").asText();
    expert.call("listOutbox").expect(403);
    var administrator = rolewright.signedIn(rolewright.person(Role.ADMINISTRATOR));
    var outbox = administrator.call("listOutbox").expect(200).json();
    assertFalse(outbox.get("sending").asBoolean());
    assertTrue(
        outbox.get("letters").findValuesAsText("body").stream().anyMatch(b -> b.contains(link)));

    var token = link.substring(link.lastIndexOf('/') + 1);
    var visitor = rolewright.visitor();
    assertEquals(
        "sme",
        visitor
            .call("readInvitation")
            .with("token", token)
            .expect(200)
            .json()
            .get("role")
            .asText());
    var account = Map.of("name", "Sam", "password", Installation.PASSWORD);
    visitor.call("acceptInvitation").with("token", token).body(account).expect(200);
    assertEquals("Sam", visitor.call("readSession").expect(200).json().at("/person/name").asText());
    rolewright.visitor().call("acceptInvitation").with("token", token).body(account).expect(404);
    assertEquals(
        "alreadyAColleague",
        expert
            .call("invite")
            .body(Map.of("email", "SME@example.org", "role", "sme"))
            .expect(409)
            .code());
  }

  @Test
  void only_an_administrator_makes_administrators() {
    var wish = Map.of("email", "boss@example.org", "role", "administrator");
    assertEquals(
        "forbidden",
        rolewright.signedIn(rolewright.expert()).call("invite").body(wish).expect(403).code());
    rolewright
        .signedIn(rolewright.person(Role.ADMINISTRATOR))
        .call("invite")
        .body(wish)
        .expect(201);
  }

  @Test
  void an_sme_sees_neither_colleagues_nor_outbox_nor_trail() {
    var sme = rolewright.signedIn(rolewright.person(Role.SME));
    sme.call("listPeople").expect(403);
    sme.call("listOutbox").expect(403);
    sme.call("listAuditEntries").expect(403);
    sme.call("verifyAudit").expect(403);
  }

  @Test
  void the_trail_tells_what_was_done_and_shows_when_it_was_changed() {
    try (var place = Installation.serving()) {
      var admin = place.signedIn(place.person(Role.ADMINISTRATOR));
      for (var n = 0; n < 3; n++)
        admin
            .call("invite")
            .body(Map.of("email", "n" + n + "@example.org", "role", "auditor"))
            .expect(201);
      var entries = admin.call("listAuditEntries").with("limit", 2).expect(200).json();
      for (var odd : List.of("1e1", "2.0", "501", "-1", "99999999999999999999"))
        admin.call("listAuditEntries").with("limit", odd).expect(400);
      assertEquals(2, entries.get("entries").size());
      assertEquals("access.invite", entries.at("/entries/0/action").asText());
      assertTrue(admin.call("verifyAudit").expect(200).json().get("whole").asBoolean());

      TestDatabase.execute(
          place.databaseUrl(),
          "alter table audit.entry disable trigger user; update audit.entry set action = 'access.other' where number = 2");
      var broken = admin.call("verifyAudit").expect(200).json();
      assertFalse(broken.get("whole").asBoolean());
      assertEquals(2, broken.at("/firstFault/number").asInt());
    }
  }

  @Test
  void the_trail_shows_when_its_end_was_cut_off() {
    try (var place = Installation.serving()) {
      var admin = place.signedIn(place.person(Role.ADMINISTRATOR));
      for (var n = 0; n < 2; n++)
        admin
            .call("invite")
            .body(Map.of("email", "c" + n + "@example.org", "role", "auditor"))
            .expect(201);
      TestDatabase.execute(
          place.databaseUrl(),
          "alter table audit.entry disable trigger user; delete from audit.entry where number = 2");
      assertFalse(admin.call("verifyAudit").expect(200).json().get("whole").asBoolean());
    }
  }

  @Test
  void the_trail_is_whole_while_others_go_on_acting() throws Exception {
    try (var place = Installation.serving()) {
      var admin = place.signedIn(place.person(Role.ADMINISTRATOR));
      var colleague = place.signedIn(place.person(Role.ADMINISTRATOR));
      var checking = new AtomicBoolean(true);
      var acting =
          CompletableFuture.runAsync(() -> {
            for (var n = 0; checking.get(); n++)
              colleague
                  .call("invite")
                  .body(Map.of("email", "w" + n + "@example.org", "role", "auditor"))
                  .expect(201);
          });
      try {
        for (var n = 0; n < 100; n++)
          assertEquals(
              "null",
              String.valueOf(admin.call("verifyAudit").expect(200).json().get("firstFault")));
      } finally {
        checking.set(false);
        acting.join();
      }
    }
  }

  @Test
  void people_are_listed_with_their_roles() {
    var admin = rolewright.person(Role.ADMINISTRATOR, Role.AUDITOR);
    var people = rolewright.signedIn(admin).call("listPeople").expect(200).json();
    assertTrue(people.findValuesAsText("email").contains(admin.email()));
  }

  @Test
  void faults_of_a_request_are_named_where_they_stand_in_the_readers_language() {
    var problem =
        rolewright
            .visitor()
            .call("signIn")
            .header("Accept-Language", "es")
            .body("{\"email\":\"nobody\",\"extra\":1}")
            .expect(400)
            .json();
    assertEquals("malformed", problem.get("code").asText());
    var pointers = problem.findValuesAsText("pointer");
    assertTrue(pointers.contains("/password") && pointers.contains("/extra"), pointers.toString());
    assertTrue(problem.toString().contains("Este dato es necesario"), problem.toString());
  }
}
