package org.rolewright.form;

import java.util.UUID;
import org.rolewright.Installation;
import org.rolewright.TestDatabase;
import org.rolewright.platform.Actor;
import org.rolewright.platform.text.Language;
import org.rolewright.study.NewStudy;
import org.rolewright.study.StudyId;

/**
 * A form without items, written as rows past every use case: enough for stages that plan when a
 * form is given and never look into it.
 */
public final class FormRow {
  private FormRow() {}

  /**
   * A draft of a study that has nothing yet. The rows that it rests upon hold no documents, so they
   * stand in a study of their own, which nobody opens.
   */
  public static FormId of(Installation rolewright, StudyId study, Actor.Person by) {
    var form = new FormId(UUID.randomUUID());
    var elsewhere = new StudyId(UUID.randomUUID());
    rolewright
        .wiring()
        .studies
        .create(by, elsewhere, new NewStudy("Nobody opens this", false, Language.ENGLISH));
    TestDatabase.execute(
        rolewright.databaseUrl(),
        """
        with
          list as (insert into workshop.task_list (id, study_id, version, document, hash, published_at, published_by)
            values (gen_random_uuid(), '%4$s', 1, '{}', repeat('0', 64), now(), 'a test') returning id),
          survey as (insert into survey.survey (id, study_id, task_list_id, state, questionnaire, open_key)
            select gen_random_uuid(), '%4$s', id, 'draft', '{}', 'key' from list returning id, task_list_id),
          run as (insert into analysis.run (id, study_id, survey_id, task_list_id, ran_at, inputs_hash, options,
              code_version, result_hash, respondents, kept_tasks, findings)
            select gen_random_uuid(), '%4$s', id, task_list_id, now(), repeat('0', 64), '{}',
              'a test', repeat('0', 64), 1, 0, '{}' from survey returning id),
          blueprint as (insert into blueprint.blueprint (id, study_id, run_id, version, choices, outline,
              proposed_by, proposed_at)
            select gen_random_uuid(), '%4$s', id, 1, '{}', '{}', '%2$s', now() from run returning id)
        insert into form.form (id, study_id, blueprint_id, number, code, length, languages, seconds_allowed,
          changed_by, changed_at)
        select '%3$s', '%1$s', id, 1, 'A', 60, array['en'], 3600, '%2$s', now() from blueprint
        """
            .formatted(study.value(), by.id().value(), form.value(), elsewhere.value()));
    return form;
  }
}
