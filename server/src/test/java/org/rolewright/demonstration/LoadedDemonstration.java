package org.rolewright.demonstration;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.rolewright.ApiClient;
import org.rolewright.Installation;
import org.rolewright.platform.Actor;
import org.rolewright.platform.Role;

/** An installation with the demonstration in it, complete up to its proposed blueprint. */
public final class LoadedDemonstration implements AutoCloseable {
  public static final UUID STUDY = DemonstrationStudy.ID.value();
  private final Installation installation = Installation.serving();
  private final ApiClient expert;

  public LoadedDemonstration() {
    load();
    expert = installation.signedIn(installation.person(Role.CERTIFICATION_EXPERT));
    var patience = Instant.now().plus(Duration.ofMinutes(5));
    while (expert
        .call("listBlueprints")
        .with("studyId", STUDY)
        .expect(200)
        .json()
        .at("/blueprints")
        .isEmpty()) {
      assertTrue(Instant.now().isBefore(patience), "the blueprint was never proposed");
      pause();
    }
  }

  public void load() {
    installation.wiring().demonstration.loadStudy();
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
    var line = installation.wiring().demonstration.signIns().orElseThrow().lines().findFirst();
    var words = line.orElseThrow().split("\\s+");
    var client = installation.visitor();
    client
        .call("signIn")
        .body(java.util.Map.of("email", words[0], "password", words[1]))
        .expect(200);
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
