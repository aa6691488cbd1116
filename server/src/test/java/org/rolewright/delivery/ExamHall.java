package org.rolewright.delivery;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rolewright.ApiClient;
import org.rolewright.Installation;
import org.rolewright.Wiring;
import org.rolewright.blueprint.AdoptedBlueprint;
import org.rolewright.blueprint.BlueprintCells;
import org.rolewright.candidacy.ExamWindowId;
import org.rolewright.candidacy.LateRule;
import org.rolewright.candidacy.PlannedWindow;
import org.rolewright.form.FormId;
import org.rolewright.form.FormInput;
import org.rolewright.form.NewForm;
import org.rolewright.form.Part;
import org.rolewright.item.Credit;
import org.rolewright.item.ItemContent;
import org.rolewright.item.ItemContent.Option;
import org.rolewright.item.Level;
import org.rolewright.itembank.ItemDraft;
import org.rolewright.itembank.ItemId;
import org.rolewright.itembank.ItemState;
import org.rolewright.itembank.ItemVersionId;
import org.rolewright.platform.Actor;
import org.rolewright.platform.Role;
import org.rolewright.platform.text.Language;
import org.rolewright.platform.text.Localized;
import org.rolewright.rehearsal.RehearsalService.PublicationInput;
import org.rolewright.study.StudyId;

/**
 * An exam that is being given: a study walked through the services to a published form and a
 * published window. Candidates are put down past the services, because there are thousands of them
 * in some tests and applying is tested elsewhere; from the admission code on everything is real.
 */
public final class ExamHall implements AutoCloseable {
  public static final int ITEMS = 12;
  public final Installation rolewright;
  public final Wiring wiring;
  public final Actor.Person expert;
  public final Actor.Person second;
  public final StudyId study;
  public final FormId form;
  public final ExamWindowId window;
  private int candidates;

  /**
   * What the exam is like.
   *
   * @param options of each item, where all are single choices; 0 for every type in turn
   * @param domains how many items in a row each domain has; empty for all in turn
   */
  public record Shape(
      int seconds,
      List<FormInput.Piece> before,
      List<Section> sections,
      boolean proctored,
      int options,
      List<Integer> domains) {
    /** A form of one free section, an hour. */
    public static Shape plain() {
      return of(3600, new Section(ITEMS, Optional.empty(), Part.Navigation.FREE));
    }

    public static Shape of(int seconds, Section... sections) {
      return new Shape(seconds, List.of(), List.of(sections), false, 0, List.of());
    }

    /** So many single choices of four, in the order of the form; {@code b} is right. */
    public static Shape ofSingles(int items) {
      return ofSingles(4, List.of(), items);
    }

    /** Single choices of five, so many of each domain. */
    public static Shape inDomains(Integer... domains) {
      var sizes = List.of(domains);
      return ofSingles(5, sizes, sizes.stream().mapToInt(Integer::intValue).sum());
    }

    private static Shape ofSingles(int options, List<Integer> domains, int items) {
      var section = new Section(items, Optional.empty(), Part.Navigation.FREE);
      return new Shape(3600, List.of(), List.of(section), false, options, domains);
    }

    public Shape withProctor() {
      return new Shape(seconds, before, sections, true, options, domains);
    }

    /** With an agreement, a tutorial, and questions at the end. */
    public Shape withReading() {
      var agreement =
          new Part.Agreement(words("Agreement"), words("<p>I keep the questions secret.</p>"), "3");
      var tutorial = new Part.Tutorial(words("How it works"), words("<p>Choose an answer.</p>"));
      return new Shape(
          seconds, List.of(agreement, tutorial), sections, proctored, options, domains);
    }
  }

  /** A section of the form, or a break before the next. */
  public record Section(
      int items,
      Optional<Integer> seconds,
      Part.Navigation navigation,
      Optional<Part.Break> breakBefore) {
    public Section(int items, Optional<Integer> seconds, Part.Navigation navigation) {
      this(items, seconds, navigation, Optional.empty());
    }

    public Section after(Part.Break pause) {
      return new Section(items, seconds, navigation, Optional.of(pause));
    }
  }

  private ExamHall(Installation rolewright, Shape shape) {
    this.rolewright = rolewright;
    wiring = rolewright.wiring();
    var blueprint = AdoptedBlueprint.of(rolewright, Math.max(2, shape.domains.size()), 3, ITEMS);
    expert = blueprint.expert();
    second = rolewright.person(Role.CERTIFICATION_EXPERT);
    study = blueprint.study();
    var items = items(blueprint, shape);
    form = publishForm(shape, items);
    window = PlannedWindow.of(wiring, expert, study, form, LateRule.FULL_TIME);
    wiring.rehearsals.publish(expert, window, new PublicationInput(shape.proctored, 30));
    execute(
        "update candidacy.exam_window set opens_at = now() - interval '5 minutes',"
            + " closes_at = now() + interval '4 hours'");
  }

  /** Holds one for all tests that only need candidates, since preparing an exam takes a while. */
  private static final class Shared {
    static final ExamHall HALL = open(Shape.plain().withReading());

    static {
      Runtime.getRuntime().addShutdownHook(new Thread(HALL::close));
    }
  }

  /** The plain exam, shared by tests; to be left open. */
  public static ExamHall shared() {
    return Shared.HALL;
  }

  public static ExamHall open(Shape shape) {
    return new ExamHall(Installation.serving(), shape);
  }

  public static ExamHall in(Installation rolewright, Shape shape) {
    return new ExamHall(rolewright, shape);
  }

  public static Localized words(String text) {
    return Localized.of(text, text + " (es)");
  }

  private List<ItemVersionId> items(AdoptedBlueprint blueprint, Shape shape) {
    var count = shape.sections.stream().mapToInt(Section::items).sum();
    var cells = blueprint.cells();
    var tasks = tasks(cells, shape);
    var versions = new ArrayList<ItemVersionId>();
    for (var n = 0; n < count; n++) {
      var task = tasks.get(n % tasks.size());
      var draft =
          new ItemDraft(
              cells.blueprint(),
              task.id(),
              Level.APPLICATION,
              new LinkedHashSet<>(List.of(task.ksas().getFirst().id())),
              shape.options == 0 ? content(n) : single(n, shape.options),
              List.of(),
              Optional.empty(),
              Optional.empty());
      var created = wiring.itemDrafts.create(expert, study, new ItemId(UUID.randomUUID()), draft);
      versions.add(created.version().id());
      approve(created.version().id());
    }
    return versions;
  }

  /** What the items are about, in turn. */
  private static List<BlueprintCells.Cell> tasks(BlueprintCells cells, Shape shape) {
    var domains = cells.domains();
    if (shape.domains.isEmpty())
      return domains.stream().flatMap(domain -> domain.tasks().stream()).toList();
    return IntStream.range(0, shape.domains.size())
        .boxed()
        .flatMap(at ->
            Collections.nCopies(shape.domains.get(at), domains.get(at).tasks().getFirst()).stream())
        .toList();
  }

  private void approve(ItemVersionId id) {
    for (var state :
        List.of(
            ItemState.CONTENT_REVIEW,
            ItemState.EDITORIAL,
            ItemState.FAIRNESS_REVIEW,
            ItemState.APPROVED,
            ItemState.OPERATIONAL))
      wiring.database.run(tx ->
          wiring.itembanks.advance(
              tx, expert, wiring.itembanks.version(tx, id), state, "reviewed on paper"));
  }

  /** Every type of item in turn. */
  private static ItemContent content(int n) {
    var stem = words("<p>Question " + (n + 1) + ": what comes first?</p>");
    var options =
        List.of(option("a", false), option("b", false), option("c", false), option("d", true));
    return switch (n % 6) {
      case 0 -> new ItemContent.Single(stem, options, chosen("b"), Credit.WHOLE, Optional.empty());
      case 1 ->
          new ItemContent.Multiple(
              stem, options, chosen("a", "c"), Credit.PARTIAL, Optional.empty());
      case 2 ->
          new ItemContent.Ordering(
              stem,
              options,
              new ItemContent.Sequence(List.of("c", "a", "b", "d")),
              Credit.PARTIAL,
              Optional.empty());
      case 3 ->
          new ItemContent.Matching(
              stem,
              List.of(
                  new ItemContent.Prompt("p1", words("<p>first</p>")),
                  new ItemContent.Prompt("p2", words("<p>second</p>"))),
              options,
              new ItemContent.Pairs(Map.of("p1", "a", "p2", "c")),
              Credit.PARTIAL,
              Optional.empty());
      case 4 ->
          new ItemContent.Text(
              stem,
              new ItemContent.Accepted(
                  Map.of(
                      Language.ENGLISH, List.of("consent"),
                      Language.SPANISH, List.of("consentimiento"))),
              Credit.WHOLE,
              Optional.empty());
      default ->
          new ItemContent.Numeric(
              stem,
              Optional.of(words("mg")),
              new ItemContent.Value(Optional.of("12.5"), Optional.of("0.1")),
              Credit.WHOLE,
              Optional.empty());
    };
  }

  private static ItemContent single(int n, int options) {
    var offered = Stream.of("a", "b", "c", "d", "e").limit(options).map(id -> option(id, false));
    return new ItemContent.Single(
        words("<p>Question " + (6 * n + 1) + ": what comes first?</p>"),
        offered.toList(),
        chosen("b"),
        Credit.WHOLE,
        Optional.empty());
  }

  private static Option option(String id, boolean stays) {
    return new Option(
        id, words("<p>Answer " + id + "</p>"), Optional.of(words("Because " + id)), stays);
  }

  private static ItemContent.Chosen chosen(String... ids) {
    return new ItemContent.Chosen(List.of(ids));
  }

  private FormId publishForm(Shape shape, List<ItemVersionId> items) {
    var id = new FormId(UUID.randomUUID());
    var languages = Set.of(Language.ENGLISH, Language.SPANISH);
    var wish =
        new NewForm(
            "A",
            Optional.of(items.size()),
            Optional.of(shape.seconds),
            languages,
            Optional.empty(),
            Optional.empty());
    var empty = wiring.forms.create(expert, study, id, wish);
    var input = new FormInput("A", items.size(), languages, shape.seconds, pieces(shape, items));
    var draft = wiring.forms.save(expert, id, empty.revision(), input);
    var proposed =
        wiring.forms.propose(expert, id, draft.revision(), Optional.of("made for a test"));
    wiring.forms.publish(second, id, proposed.revision(), proposed.checksum().orElseThrow());
    return id;
  }

  private static List<FormInput.Piece> pieces(Shape shape, List<ItemVersionId> items) {
    var pieces = new ArrayList<FormInput.Piece>(shape.before);
    var next = items.iterator();
    for (var section : shape.sections) {
      section.breakBefore.ifPresent(pieces::add);
      var chosen = new ArrayList<FormInput.Choice>();
      for (var n = 0; n < section.items; n++)
        chosen.add(new FormInput.Choice(next.next(), true, false));
      pieces.add(
          new FormInput.Section(
              words("Section"),
              Optional.empty(),
              section.seconds,
              section.navigation,
              true,
              true,
              chosen));
    }
    if (!shape.before.isEmpty())
      pieces.add(
          new Part.Exit(
              words("Tell us"),
              List.of(
                  new Part.ExitQuestion(
                      "fair", words("Was it fair?"), Part.ExitQuestion.Kind.TEXT, List.of()))));
    return pieces;
  }

  /** What is granted to a candidate. */
  public record Granted(String factor, int extraMinutes, Collection<Integer> breaks) {
    public static final Granted NOTHING = new Granted("1", 0, List.of());
  }

  /** Somebody with a seat; returns the admission code. */
  public String candidate() {
    return candidate(Granted.NOTHING);
  }

  public String candidate(Language language) {
    return candidate(Granted.NOTHING, language);
  }

  public String candidate(Granted granted) {
    return candidate(granted, Language.ENGLISH);
  }

  public String candidate(Granted granted, Language language) {
    var number = ++candidates;
    var code = "TEST-%04d-CODE".formatted(number);
    var mark =
        java.util.HexFormat.of()
            .formatHex(wiring.secret.derive("admission mark", code.replace("-", "")));
    var application = UUID.randomUUID();
    execute(
        """
        insert into eligibility.opening (study_id, open, introduction, attestation, contact, minimum_age, authorised_days, attempts)
        values ('%1$s', true, '{"en":"x"}', '{"en":"x"}', 'x@example.org', 0, 365, 5) on conflict do nothing;
        insert into eligibility.application (id, study_id, email, language, state, name, born_on, attested, link_number, link_hash,
          link_until, links_mailed, links_since, confirmed, changed_at, submitted_at, authorised_at, authorised_until)
        values ('%2$s', '%1$s', 'c%3$s-%1$s@example.org', '%10$s', 'accepted', 'Candidate %3$s', '1990-01-01', 'yes', 1, sha256('%2$s'),
          now() + interval '1 year', 1, now(), true, now(), now(), now() - interval '1 day', now() + interval '1 year');
        insert into candidacy.booking (id, application_id, study_id, window_id, seat, state, code_mark, booked_at)
        values (gen_random_uuid(), '%2$s', '%1$s', '%4$s', %3$s, 'booked', '\\x%5$s', now());
        insert into accommodation.decision (application_id, number, granted, time_factor, extra_minutes, break_seconds, answer, decided_by, decided_at, valid_until)
        values ('%2$s', 1, true, %6$s, %7$s, '{%8$s}', 'granted', '%9$s', now(), current_date + 100)\
        """
            .formatted(
                study.value(),
                application,
                number,
                window.value(),
                mark,
                granted.factor,
                granted.extraMinutes,
                String.join(",", granted.breaks.stream().map(String::valueOf).toList()),
                expert.id().value(),
                language.code()));
    return code;
  }

  /** A candidate at a browser, let in. */
  public Candidate enter(String code) {
    return Candidate.enter(rolewright.visitor(), code, UUID.randomUUID());
  }

  /** A candidate who has started. */
  public Candidate started(Granted granted) {
    return enter(candidate(granted)).start();
  }

  public Candidate started() {
    return started(Granted.NOTHING);
  }

  public ApiClient proctor() {
    return rolewright.signedIn(rolewright.person(Role.PROCTOR));
  }

  /** Waits until something is so. */
  public static void until(BooleanSupplier so) throws InterruptedException {
    var end = Instant.now().plusSeconds(30);
    while (!so.getAsBoolean()) {
      if (Instant.now().isAfter(end)) throw new IllegalStateException("not within half a minute");
      Thread.sleep(50);
    }
  }

  /** Past every use case. */
  public void execute(String sql) {
    try (var connection = wiring.database.dataSource().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  @Override
  public void close() {
    rolewright.close();
  }
}
