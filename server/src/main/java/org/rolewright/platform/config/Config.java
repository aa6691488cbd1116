package org.rolewright.platform.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The settings of one run, from flags ({@code --port=8081}) over the environment ({@code
 * PORT=8081}) over the defaults.
 *
 * @param host address to listen on
 * @param port port to listen on; 0 takes any free one
 * @param dataDir folder of the embedded database and of the installation's secrets
 * @param databaseUrl another PostgreSQL to use; empty for the embedded one
 * @param baseUrl address that people use, for links in mail; empty for the address listened on
 * @param smtpUrl mail server, {@code smtp://user:password@host:port}; empty leaves mail in the
 *     outbox
 * @param mailFrom sender address
 * @param demo whether an empty database receives the demonstration study
 */
public record Config(
    String host,
    int port,
    Path dataDir,
    Optional<URI> databaseUrl,
    Optional<URI> baseUrl,
    Optional<URI> smtpUrl,
    String mailFrom,
    boolean demo) {

  private static final List<String> NAMES =
      List.of(
          "HOST", "PORT", "DATA_DIR", "DATABASE_URL", "BASE_URL", "SMTP_URL", "MAIL_FROM", "DEMO");

  /**
   * The address that people use, for links.
   *
   * @param listening port that the service listens on
   */
  public String address(int listening) {
    return baseUrl
        .map(url -> url.toString().replaceFirst("/+$", ""))
        .orElse("http://localhost:" + listening);
  }

  /** Every mistake of a configuration, one a line. */
  public static final class Mistakes extends RuntimeException {
    public Mistakes(List<String> mistakes) {
      super(String.join(System.lineSeparator(), mistakes));
    }
  }

  /**
   * @throws Mistakes naming all mistakes at once
   */
  public static Config of(Map<String, String> environment, List<String> flags) {
    var mistakes = new ArrayList<String>();
    var values = new HashMap<String, String>();
    for (var name : NAMES) {
      var value = environment.get(name);
      if (value != null && !value.isBlank()) values.put(name, value.strip());
    }
    for (var flag : flags) readFlag(flag, values, mistakes);
    var reader = new Reader(values, mistakes);
    var config =
        new Config(
            values.getOrDefault("HOST", "0.0.0.0"),
            reader.port(),
            Path.of(values.getOrDefault("DATA_DIR", "data")).toAbsolutePath().normalize(),
            reader.uri("DATABASE_URL", "postgresql", "postgresql://user:password@host:5432/name"),
            reader.uri("BASE_URL", "http", "https://exams.example.org"),
            reader.uri("SMTP_URL", "smtp", "smtp://user:password@mail.example.org:587"),
            values.getOrDefault("MAIL_FROM", "rolewright@localhost"),
            reader.yesNo("DEMO", true));
    if (!config.mailFrom.contains("@"))
      mistakes.add("MAIL_FROM is \"" + config.mailFrom + "\"; write a mail address.");
    if (!mistakes.isEmpty()) throw new Mistakes(mistakes);
    return config;
  }

  private static void readFlag(String flag, Map<String, String> values, List<String> mistakes) {
    var cut = flag.indexOf('=');
    var name =
        (cut < 0 ? flag : flag.substring(0, cut))
            .replaceFirst("^--", "")
            .replace('-', '_')
            .toUpperCase(Locale.ROOT);
    if (!flag.startsWith("--") || cut < 0 || !NAMES.contains(name))
      mistakes.add(
          "\"" + flag + "\" is not a setting. Known: " + String.join(", ", flagNames()) + ".");
    else values.put(name, flag.substring(cut + 1));
  }

  private static TreeSet<String> flagNames() {
    var names = new TreeSet<String>();
    for (var name : NAMES) names.add("--" + name.toLowerCase(Locale.ROOT).replace('_', '-') + "=…");
    return names;
  }

  private record Reader(Map<String, String> values, List<String> mistakes) {
    int port() {
      var value = values.getOrDefault("PORT", "8080");
      try {
        var port = Integer.parseInt(value);
        if (port >= 0 && port <= 65535) return port;
      } catch (NumberFormatException _) {
        // named below
      }
      mistakes.add("PORT is \"" + value + "\"; write a number from 0 to 65535.");
      return 0;
    }

    boolean yesNo(String name, boolean otherwise) {
      var value = values.get(name);
      if (value == null) return otherwise;
      if (value.equals("true") || value.equals("false")) return value.equals("true");
      mistakes.add(name + " is \"" + value + "\"; write true or false.");
      return otherwise;
    }

    Optional<URI> uri(String name, String scheme, String example) {
      var value = values.get(name);
      if (value == null) return Optional.empty();
      try {
        var uri =
            new URI(value.replaceFirst("^jdbc:", "").replaceFirst("^postgres:", "postgresql:"));
        if (uri.getHost() != null && uri.getScheme() != null && uri.getScheme().startsWith(scheme))
          return Optional.of(uri);
      } catch (URISyntaxException _) {
        // named below, without the value: it may hold a password
      }
      mistakes.add(name + " is not understood; write it like " + example + ".");
      return Optional.empty();
    }
  }
}
