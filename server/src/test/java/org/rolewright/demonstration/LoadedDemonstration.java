package org.rolewright.demonstration;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.rolewright.ApiClient;
import org.rolewright.Installation;
import org.rolewright.TestDatabase;
import org.rolewright.platform.Actor;
import org.rolewright.platform.Role;

/** An installation with the demonstration in it. */
public final class LoadedDemonstration implements AutoCloseable {
  public static final UUID STUDY = DemonstrationStudy.ID.value();

  /**
   * What was loaded once in this process, for every class to clone: up to the blueprint, up to the
   * forms, or all.
   */
  private static Optional<URI> withStudy = Optional.empty();

  private static Optional<URI> withForms = Optional.empty();
  private static Optional<URI> withCandidates = Optional.empty();

  private final Installation installation;
  private final ApiClient expert;

  private LoadedDemonstration(URI database) {
    installation = Installation.serving(database);
    expert = installation.signedIn(installation.person(Role.CERTIFICATION_EXPERT));
  }

  /** Complete up to its proposed blueprint. */
  public static LoadedDemonstration withStudy() {
    return new LoadedDemonstration(TestDatabase.copy(study()));
  }

  /** Complete with its bank and both forms. */
  public static LoadedDemonstration withForms() {
    return new LoadedDemonstration(TestDatabase.copy(forms()));
  }

  /** Complete, with the certificates of its candidates. */
  public static LoadedDemonstration withCandidates() {
    return new LoadedDemonstration(TestDatabase.copy(candidates()));
  }

  private static synchronized URI candidates() {
    if (withCandidates.isEmpty())
      withCandidates = Optional.of(loaded(TestDatabase.copy(forms()), Demonstration::load));
    return withCandidates.orElseThrow();
  }

  private static synchronized URI study() {
    if (withStudy.isEmpty())
      withStudy = Optional.of(loaded(TestDatabase.migrated(), Demonstration::loadStudy));
    return withStudy.orElseThrow();
  }

  private static synchronized URI forms() {
    if (withForms.isEmpty())
      withForms = Optional.of(loaded(TestDatabase.copy(study()), Demonstration::loadForms));
    return withForms.orElseThrow();
  }

  /** The database when nothing goes on in it any more. */
  private static URI loaded(URI database, Function<Demonstration, Optional<Thread>> load) {
    try (var installation = Installation.serving(database)) {
      finish(load.apply(installation.wiring().demonstration));
    }
    return database;
  }

  /** Loads again all of it. */
  public void loadAll() {
    finish(installation.wiring().demonstration.load());
  }

  /** Loads again what is loaded. */
  void loadForms() {
    finish(installation.wiring().demonstration.loadForms());
  }

  private static void finish(Optional<Thread> loading) {
    try {
      assertTrue(loading.orElseThrow().join(Duration.ofMinutes(5)), "it goes on and on");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** What an operation tells the expert about the study. */
  public JsonNode ofStudy(String operation) {
    return expert.call(operation).with("studyId", STUDY).expect(200).json();
  }

  /** Loads the study again. */
  void load() {
    finish(installation.wiring().demonstration.loadStudy());
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
