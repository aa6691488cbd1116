package org.rolewright.itemreview;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rolewright.access.AccessService;
import org.rolewright.access.Permission;
import org.rolewright.itembank.ItemVersion;
import org.rolewright.itembank.ItembankService;
import org.rolewright.itemreview.ItemreviewRepository.Untold;
import org.rolewright.platform.Actor;
import org.rolewright.platform.db.Database;
import org.rolewright.platform.db.Tx;
import org.rolewright.platform.mail.Mail;
import org.rolewright.platform.text.Formats;
import org.rolewright.platform.text.Language;
import org.rolewright.platform.text.Texts;
import org.rolewright.study.StudyId;
import org.rolewright.study.StudyService;

/**
 * Mail to people who were asked to review: one for all that was asked within a few minutes. It says
 * how many items and until when, and nothing of what stands in them.
 */
public final class LetterService {
  /** So long it is waited whether more is asked. */
  private static final Duration PAUSE = Duration.ofMinutes(2);

  private final Database database;
  private final InstantSource clock;
  private final AccessService access;
  private final StudyService studies;
  private final ItembankService bank;
  private final Post post;
  private final ItemreviewRepository repository = new ItemreviewRepository();

  /** What letters are made and sent by. */
  public record Post(Mail mail, Texts texts, Optional<URI> baseUrl) {}

  public LetterService(
      Database database, InstantSource clock, ReviewService.Sources sources, Post post) {
    this.database = database;
    this.clock = clock;
    access = sources.access();
    studies = sources.studies();
    bank = sources.bank();
    this.post = post;
  }

  /** Writes to everybody who was asked and not told yet. */
  public void write(Actor program) {
    Permission.LEAD_STUDIES.require(program);
    database.run(tx -> {
      var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
      var untold = repository.untold(tx, now.minus(PAUSE));
      if (untold.isEmpty()) return;
      var studyOf = studies(tx, untold);
      for (var person : access.listHolders(tx, Permission.REVIEW_ITEMS))
        untold.stream()
            .filter(one -> one.person().equals(person.id()))
            .collect(Collectors.groupingBy(one -> studyOf.get(one.version().value())))
            .forEach((study, asked) -> write(tx, person, study, asked));
      repository.told(tx, untold, now);
    });
  }

  private Map<UUID, StudyId> studies(Tx tx, List<Untold> untold) {
    var versions = bank.versions(tx, untold.stream().map(Untold::version).distinct().toList());
    return versions.stream().collect(Collectors.toMap(one -> one.id().value(), ItemVersion::study));
  }

  private void write(Tx tx, Actor.Person to, StudyId study, List<Untold> asked) {
    var title = studies.study(tx, study).title();
    var until = asked.stream().flatMap(one -> one.dueOn().stream()).min(Comparator.naturalOrder());
    post.mail()
        .write(
            tx,
            to.email(),
            text("mail.review.subject", Map.of("count", asked.size()), " / "),
            inEvery(language -> body(language, to.name(), title, asked.size(), until), "\n\n"));
  }

  private String body(
      Language language, String name, String study, int count, Optional<LocalDate> until) {
    var formats = new Formats(language, post.texts());
    var deadline =
        until
            .map(day -> formats.text("mail.review.until", Map.of("day", formats.date(day))))
            .orElseGet(() -> formats.text("mail.review.open"));
    var where = post.baseUrl().map(url -> "\n" + url + "/workbench/").orElse("");
    return formats.text(
        "mail.review.body",
        Map.of("name", name, "study", study, "count", count, "deadline", deadline, "where", where));
  }

  private String text(String key, Map<String, ?> values, String between) {
    return inEvery(language -> post.texts().text(language, key, values), between);
  }

  /** Nobody has said which language this person reads. */
  private static String inEvery(Function<Language, String> words, String between) {
    return Arrays.stream(Language.values()).map(words).collect(Collectors.joining(between));
  }
}
