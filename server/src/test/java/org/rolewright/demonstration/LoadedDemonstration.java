package org.rolewright.demonstration;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.rolewright.ApiClient;
import org.rolewright.Installation;
import org.rolewright.platform.Actor;
import org.rolewright.platform.Role;

/** An installation with the demonstration in it. */
public final class LoadedDemonstration implements AutoCloseable {
  public static final UUID STUDY = DemonstrationStudy.ID.value();
  private final Installation installation = Installation.serving();
  private final ApiClient expert;

  /** Complete up to its proposed blueprint. */
  public LoadedDemonstration() {
    load();
    expert = installation.signedIn(installation.person(Role.CERTIFICATION_EXPERT));
    await("the proposed blueprint", () -> !list("listBlueprints", "blueprints").isEmpty());
  }

  /** Complete with its bank and both forms. */
  public static LoadedDemonstration withForms() {
    var loaded = new LoadedDemonstration();
    loaded.loadForms();
    return loaded;
  }

  /** Loads all of it; returns when nothing goes on any more. */
  void loadForms() {
    var loading = installation.wiring().demonstration.load();
    try {
      assertTrue(loading.orElseThrow().join(Duration.ofMinutes(5)), "it goes on and on");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private JsonNode list(String operation, String name) {
    return ofStudy(operation).get(name);
  }

  /** What an operation tells the expert about the study. */
  public JsonNode ofStudy(String operation) {
    return expert.call(operation).with("studyId", STUDY).expect(200).json();
  }

  public void load() {
    installation.wiring().demonstration.loadStudy();
  }

  private static void await(String what, BooleanSupplier there) {
    var patience = Instant.now().plus(Duration.ofMinutes(5));
    while (!there.getAsBoolean()) {
      assertTrue(Instant.now().isBefore(patience), "there never was " + what);
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(Duration.ofMillis(200));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public Installation installation() {
    return installation;
  }

  /** Somebody who leads studies and proposed nothing. */
  public ApiClient expert() {
    return expert;
  }

  /** The person who proposed the blueprint. */
  public ApiClient proposer() {
    return signedIn("expert@demo.example");
  }

  /** Somebody with an account of the demonstration, by the password that was printed. */
  ApiClient signedIn(String email) {
    var line =
        installation
            .wiring()
            .demonstration
            .signIns()
            .orElseThrow()
            .lines()
            .filter(one -> one.startsWith(email))
            .findFirst();
    var password = line.orElseThrow().split("\\s+")[1];
    var client = installation.visitor();
    client.call("signIn").body(Map.of("email", email, "password", password)).expect(200);
    return client;
  }

  /** The run of the demonstration. */
  public String run() {
    return expert
        .call("listAnalyses")
        .with("studyId", STUDY)
        .expect(200)
        .json()
        .at("/runs/0/id")
        .asText();
  }

  public Actor.Person person(Role role) {
    return installation.person(role);
  }

  @Override
  public void close() {
    installation.close();
  }
}
