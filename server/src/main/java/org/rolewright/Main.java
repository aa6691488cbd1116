package org.rolewright;

import java.util.Arrays;
import java.util.List;
import org.rolewright.platform.Actor;
import org.rolewright.platform.config.Config;
import org.rolewright.platform.db.EmbeddedPostgres;
import org.rolewright.platform.db.Migrations;
import org.rolewright.platform.http.WebServer;

/** The program behind {@code ./run}. */
public final class Main {
  private static final String HELP =
      """
      ./run                   start the service (Ctrl-C stops it)
      ./run migrate           bring an older database up to date
      ./run audit verify      compute every hash of the audit trail again
      ./run scores verify     compute every released score again from what is stored
      ./run bench statistics  time the statistics beside R (--quick, --slow)
      ./run bench assembly    choose two forms of 100 from 1,000 items, and explain what cannot be
      ./run bench saves       save answers beside pgbench on the same PostgreSQL (--seconds N, --events N)
      ./run bench exam-day    ten thousand candidates at once: starts, saves, submits (--minutes N, --candidates N)
      ./run bench page        load the exam's page on a slow line and type on a slow machine (--runs N)
      ./run faults            break everything under an exam and count what is lost (--minutes N, --control NAME)
      ./run soak              exams in real browsers on a line that loses half (--minutes N, --seed S)
      ./run help              this text

      Settings, from the environment (PORT=8081 ./run) or as flags (./run --port=8081):
        PORT          8080        port to listen on
        HOST          0.0.0.0     address to listen on
        DATA_DIR      ./data      folder of the embedded database and the logs
        DATABASE_URL              another PostgreSQL (15 or later): postgresql://user:password@host:5432/name
        BASE_URL                  address that people use, for links: https://exams.example.org
        SMTP_URL                  mail server: smtp://user:password@host:587; without one, mail waits in the outbox
        MAIL_FROM                 sender of mail
        DEMO          true        load the demonstration study into an empty database\
      """;

  private Main() {}

  public static void main(String[] arguments) {
    var words = Arrays.stream(arguments).filter(word -> !word.startsWith("--")).toList();
    var flags = Arrays.stream(arguments).filter(word -> word.startsWith("--")).toList();
    try {
      System.exit(run(words, flags));
    } catch (Config.Mistakes
        | Migrations.WrongAge
        | EmbeddedPostgres.Unusable
        | WebServer.CannotListen e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private static int run(List<String> words, List<String> flags) {
    if (words.equals(List.of("help"))) return print(HELP);
    var config = Config.of(System.getenv(), flags);
    System.setProperty(
        "rolewright.log", config.dataDir().resolve("logs/rolewright.log").toString());
    return switch (String.join(" ", words)) {
      case "" -> serve(config);
      case "migrate" -> migrate(config);
      case "audit verify" -> verifyAudit(config);
      case "scores verify" -> verifyScores(config);
      default -> {
        System.err.println("\"" + String.join(" ", words) + "\" is not a command.\n\n" + HELP);
        yield 2;
      }
    };
  }

  private static int print(String text) {
    System.out.println(text);
    return 0;
  }

  private static int serve(Config config) {
    var wiring = Wiring.open(config);
    var stop = new StopOnSignal(wiring);
    var service = Service.start(config, wiring);
    stop.closeInstead(service);
    if (config.demo()) wiring.demonstration.load();
    System.out.println(new Welcome(service).text());
    stop.await();
    return 0;
  }

  private static int migrate(Config config) {
    try (var wiring = Wiring.open(config)) {
      return print(Migrations.migrate(wiring.database.dataSource()) + " steps done");
    }
  }

  private static int verifyAudit(Config config) {
    try (var wiring = Wiring.open(config)) {
      Migrations.prepare(wiring.database.dataSource());
      var result = wiring.access.verifyAudit(new Actor.Program("audit verify"));
      result
          .firstFault()
          .ifPresentOrElse(
              fault -> print("BROKEN at entry " + fault.number() + ": " + fault.reason()),
              () -> print("whole: " + result.entries() + " entries, head " + result.headHash()));
      return result.whole() ? 0 : 1;
    }
  }

  private static int verifyScores(Config config) {
    try (var wiring = Wiring.open(config)) {
      Migrations.prepare(wiring.database.dataSource());
      var found = wiring.recounts.recount(new Actor.Program("scores verify"));
      found.faults().forEach(fault -> print("WRONG: " + fault));
      var whole = found.faults().isEmpty();
      print(
          "%d scores of %d released runs computed again: %s"
              .formatted(
                  found.scores(),
                  found.runs(),
                  whole ? "all as released" : "not as released: " + found.faults().size()));
      return whole ? 0 : 1;
    }
  }
}
