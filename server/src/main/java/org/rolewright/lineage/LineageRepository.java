package org.rolewright.lineage;

import static org.jooq.impl.DSL.length;
import static org.rolewright.db.lineage.Tables.ITEM_LINEAGE;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.rolewright.analysis.AnalysisRunId;
import org.rolewright.blueprint.BlueprintId;
import org.rolewright.db.lineage.tables.records.ItemLineageRecord;
import org.rolewright.item.ItemType;
import org.rolewright.item.Level;
import org.rolewright.itembank.ItemId;
import org.rolewright.itembank.ItemState;
import org.rolewright.itembank.ItemVersionId;
import org.rolewright.platform.db.Tx;
import org.rolewright.platform.json.Json;
import org.rolewright.psychometrics.Estimate;
import org.rolewright.study.StudyId;
import org.rolewright.survey.SurveyId;
import org.rolewright.workshop.DomainId;
import org.rolewright.workshop.KsaId;
import org.rolewright.workshop.KsaType;
import org.rolewright.workshop.TaskId;

/** Rows of the view {@code lineage.item_lineage}. */
final class LineageRepository {

  /** All of a study: newest blueprint first, in its order. */
  List<LineageRow> ofStudy(Tx tx, StudyId study) {
    return where(tx, ITEM_LINEAGE.STUDY_ID.eq(study.value()));
  }

  List<LineageRow> ofTask(Tx tx, StudyId study, TaskId task) {
    return where(
        tx, ITEM_LINEAGE.STUDY_ID.eq(study.value()).and(ITEM_LINEAGE.TASK_ID.eq(task.value())));
  }

  List<LineageRow> ofItem(Tx tx, StudyId study, ItemId item) {
    return where(
        tx, ITEM_LINEAGE.STUDY_ID.eq(study.value()).and(ITEM_LINEAGE.ITEM_ID.eq(item.value())));
  }

  List<LineageRow> ofVersions(Tx tx, StudyId study, List<ItemVersionId> versions) {
    var ids = versions.stream().map(ItemVersionId::value).toList();
    return where(tx, ITEM_LINEAGE.STUDY_ID.eq(study.value()).and(ITEM_LINEAGE.VERSION_ID.in(ids)));
  }

  private static List<LineageRow> where(Tx tx, Condition condition) {
    return tx.sql()
        .selectFrom(ITEM_LINEAGE)
        .where(condition)
        .orderBy(
            ITEM_LINEAGE.BLUEPRINT_VERSION.desc(),
            ITEM_LINEAGE.DOMAIN_POSITION,
            ITEM_LINEAGE.TASK_POSITION,
            ITEM_LINEAGE.KSA_TYPE,
            length(ITEM_LINEAGE.KSA_CODE),
            ITEM_LINEAGE.KSA_CODE,
            ITEM_LINEAGE.ITEM_CODE,
            ITEM_LINEAGE.NUMBER.desc())
        .fetch(LineageRepository::row);
  }

  private static LineageRow row(ItemLineageRecord row) {
    return new LineageRow(origin(row), ksa(row), item(row));
  }

  private static Origin origin(ItemLineageRecord row) {
    return new Origin(
        new Origin.Blueprint(
            new BlueprintId(row.getBlueprintId()),
            row.getBlueprintVersion(),
            row.getAdoptedBy(),
            row.getAdoptedAt().toInstant(),
            row.getCurrent()),
        new Origin.Domain(
            new DomainId(row.getDomainId()),
            row.getDomainCode(),
            row.getDomainTitle(),
            row.getDomainShare(),
            row.getDomainItems(),
            estimate(row.getDomainWeight())),
        task(row),
        new Origin.Ratings(
            new AnalysisRunId(row.getRunId()),
            row.getRanAt().toInstant(),
            row.getRespondents(),
            estimate(row.getImportance()),
            estimate(row.getFrequency()),
            estimate(row.getPerforming()),
            estimate(row.getTaskWeight())),
        new Origin.Survey(new SurveyId(row.getSurveyId()), row.getSurveyTitle()),
        new Origin.List(
            row.getTaskListId(),
            row.getTaskListVersion(),
            row.getPublishedBy(),
            row.getPublishedAt().toInstant()));
  }

  private static Origin.Task task(ItemLineageRecord row) {
    return new Origin.Task(
        new TaskId(row.getTaskId()),
        row.getTaskCode(),
        row.getTaskText(),
        Optional.ofNullable(row.getSource()).orElse(""),
        Stream.ofNullable(row.getWording()).mapToInt(Integer::intValue).findFirst(),
        Optional.ofNullable(row.getWordedBy()),
        instant(row.getWordedAt()),
        row.getTaskShare(),
        row.getTaskItems());
  }

  private static Optional<MeasuredKsa> ksa(ItemLineageRecord row) {
    return Optional.ofNullable(row.getKsaId())
        .map(id ->
            new MeasuredKsa(
                new KsaId(id),
                KsaType.valueOf(row.getKsaType()),
                row.getKsaCode(),
                row.getKsaText(),
                Optional.ofNullable(row.getKsaWordedBy())));
  }

  private static Optional<ItemLine> item(ItemLineageRecord row) {
    return Optional.ofNullable(row.getItemId())
        .map(id ->
            new ItemLine(
                new ItemId(id),
                row.getItemCode(),
                new ItemVersionId(row.getVersionId()),
                row.getNumber(),
                ItemState.of(row.getState()),
                Level.of(row.getLevel()),
                ItemType.valueOf(row.getType().toUpperCase(Locale.ROOT)),
                row.getWrittenBy(),
                row.getWrittenAt().toInstant()));
  }

  private static Optional<Estimate> estimate(@Nullable JSONB json) {
    return Optional.ofNullable(json)
        .map(JSONB::data)
        .filter(text -> !text.equals("null"))
        .map(text -> Json.read(text, Estimate.class));
  }

  private static Optional<Instant> instant(@Nullable OffsetDateTime time) {
    return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
  }
}
