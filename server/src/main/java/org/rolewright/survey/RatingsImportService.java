package org.rolewright.survey;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.rolewright.access.Permission;
import org.rolewright.audit.AuditService;
import org.rolewright.audit.Subject;
import org.rolewright.platform.Actor;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.Sha256;
import org.rolewright.platform.db.Database;
import org.rolewright.platform.text.Language;
import org.rolewright.platform.text.Texts;
import org.rolewright.survey.AnswerRepository.NewResponse;
import org.rolewright.survey.ClosedSurvey.Channel;

/** Takes in ratings collected elsewhere, whole or not at all. */
public final class RatingsImportService {
  private static final int MOST_FAULTS = 200;
  private final Database database;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final AuditService audit;
  private final Texts texts;
  private final SurveyRepository surveys = new SurveyRepository();
  private final AnswerRepository answers = new AnswerRepository();

  /**
   * @param random shuffles the responses
   */
  public RatingsImportService(
      Database database,
      InstantSource clock,
      RandomGenerator random,
      AuditService audit,
      Texts texts) {
    this.database = database;
    this.clock = clock;
    this.random = random;
    this.audit = audit;
    this.texts = texts;
  }

  /** A file with the columns that fit, and no lines. */
  public String template(Actor actor, SurveyId id) {
    Permission.READ_STUDIES.require(actor);
    return database.transaction(tx -> RatingsFile.header(surveys.survey(tx, id).questionnaire()));
  }

  /** What importing a file would do; stores nothing. */
  public RatingsPreview check(Actor actor, SurveyId id, byte[] bytes, Language language) {
    Permission.LEAD_STUDIES.require(actor);
    return database.transaction(tx ->
        RatingsPreview.of(
            RatingsFile.read(surveys.survey(tx, id).open().questionnaire(), bytes),
            texts,
            language));
  }

  /**
   * Adds a file's respondents to the responses.
   *
   * @return how many
   * @throws Refusal.Malformed naming the lines that cannot be used; nothing is stored then
   */
  public int take(Actor actor, SurveyId id, byte[] bytes) {
    Permission.LEAD_STUDIES.require(actor);
    return database.transaction(tx -> {
      var file = RatingsFile.read(surveys.lockForSettling(tx, id).open().questionnaire(), bytes);
      if (!file.faultless()) throw faults(file);
      var hash = HexFormat.of().formatHex(Sha256.of(bytes));
      answers.insertImport(tx, id, hash, file.lines().size());
      var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
      var added = new ArrayList<NewResponse>();
      for (var line : file.lines())
        added.add(new NewResponse(Channel.IMPORTED, true, line.answers(), today));
      Collections.shuffle(added, random);
      answers.insert(tx, id, added);
      var detail = Map.of("respondents", added.size(), "fileHash", hash);
      audit.record(tx, actor, "survey.import", Subject.of("survey", id.value()), detail);
      return added.size();
    });
  }

  private static Refusal faults(RatingsFile file) {
    return new Refusal.Malformed(
        file.lines().stream().flatMap(line -> line.fault().stream()).limit(MOST_FAULTS).toList());
  }
}
