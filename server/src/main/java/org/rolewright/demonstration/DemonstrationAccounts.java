package org.rolewright.demonstration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.rolewright.access.AccessService;
import org.rolewright.access.NewAccount;
import org.rolewright.audit.AuditService;
import org.rolewright.audit.Subject;
import org.rolewright.identity.IdentityService;
import org.rolewright.platform.Actor;
import org.rolewright.platform.Role;
import org.rolewright.platform.db.Tx;

/**
 * People to try the demonstration as. Their passwords are random, differ in every installation and
 * stand in a file that only its owner may read.
 */
final class DemonstrationAccounts {
  /** By this address the expert is known again. */
  static final String EXPERT = Account.EXPERT.email;

  private static final String FILE = "demo-sign-ins.txt";
  private static final String CONSONANTS = "bdfgklmnprstvz";
  private static final String VOWELS = "aeiou";

  private final IdentityService identity;
  private final AccessService access;
  private final AuditService audit;
  private final RandomGenerator random;
  private final Path file;

  /** Who takes part. */
  enum Account {
    EXPERT("expert", "Alex Expert", Role.CERTIFICATION_EXPERT),
    SECOND("second.expert", "Sam Second", Role.CERTIFICATION_EXPERT),
    THIRD("third.expert", "Thea Third", Role.CERTIFICATION_EXPERT),
    WRITER("writer", "Wen Writer", Role.ITEM_WRITER),
    REVIEWER("reviewer", "Toni Reviewer", Role.ITEM_WRITER),
    SME("sme", "Rosa Panel", Role.SME),
    AUDITOR("auditor", "Ira Auditor", Role.AUDITOR),
    ADMINISTRATOR("administrator", "Kim Administrator", Role.ADMINISTRATOR);

    private final String email;
    private final String name;
    private final Role role;

    Account(String email, String name, Role role) {
      this.email = email + "@demo.example";
      this.name = name;
      this.role = role;
    }
  }

  DemonstrationAccounts(
      IdentityService identity,
      AccessService access,
      AuditService audit,
      RandomGenerator random,
      Path dataDir) {
    this.identity = identity;
    this.access = access;
    this.audit = audit;
    this.random = random;
    this.file = dataDir.resolve(FILE);
  }

  /** Lets everybody in who is not in yet; the file is written before the passwords count. */
  void enter(Tx tx) {
    var lines = new StringBuilder(signIns().orElse(""));
    boolean first = identity.findPerson(tx, EXPERT).isEmpty();
    if (first) lines.setLength(0);
    for (var account : Account.values())
      if (identity.findPerson(tx, account.email).isEmpty()) lines.append(join(tx, account));
    if (!lines.toString().equals(signIns().orElse(""))) write(lines.toString());
  }

  /** The line that tells how to sign in. */
  private String join(Tx tx, Account account) {
    var password = password();
    var added = new NewAccount(account.name, account.email, password);
    var person = access.join(tx, added, account.email, account.role);
    audit.record(
        tx,
        new Actor.Program("demonstration"),
        "access.join",
        Subject.of("person", person.id().value()),
        Map.of("role", account.role.code()));
    return "%-28s %-32s %s%n".formatted(account.email, password, account.role.code());
  }

  private void write(String text) {
    try {
      Files.deleteIfExists(file);
      Files.createDirectories(file.getParent());
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The sign-ins, where this installation has them. */
  Optional<String> signIns() {
    try {
      return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Lets the standard-setting panel in, as far as it is not in yet. Nobody can sign in as one of
   * them: their passwords are not kept.
   */
  List<Actor> panel(Tx tx, List<String> names) {
    var panel = new ArrayList<Actor>();
    for (var name : names) {
      var email = name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@panel.example";
      var person =
          identity
              .findPerson(tx, email)
              .orElseGet(
                  () -> access.join(tx, new NewAccount(name, email, password()), email, Role.SME));
      panel.add(access.actor(tx, person));
    }
    return panel;
  }

  /** Everybody as they act. */
  Map<Account, Actor> actors(Tx tx) {
    var actors = new EnumMap<Account, Actor>(Account.class);
    for (var account : Account.values())
      actors.put(account, access.actor(tx, identity.findPerson(tx, account.email).orElseThrow()));
    return actors;
  }

  /** Three words that nobody knows and everybody can type: about 55 bits. */
  private String password() {
    return word() + "-" + word() + "-" + word();
  }

  private String word() {
    var word = new StringBuilder();
    for (int syllable = 0; syllable < 3; syllable++)
      word.append(CONSONANTS.charAt(random.nextInt(CONSONANTS.length())))
          .append(VOWELS.charAt(random.nextInt(VOWELS.length())));
    return word.toString();
  }
}
