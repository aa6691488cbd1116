package org.rolewright.survey;

import static org.rolewright.db.survey.Tables.INVITATION;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.impl.DSL;
import org.rolewright.platform.Sha256;
import org.rolewright.platform.db.Tx;

/** Personal links. Nothing here knows answers. */
final class InvitationRepository {

  void insert(Tx tx, SurveyId survey, Invitee invitee, String token) {
    tx.sql()
        .insertInto(INVITATION)
        .set(INVITATION.ID, UUID.randomUUID())
        .set(INVITATION.SURVEY_ID, survey.value())
        .set(INVITATION.LABEL, invitee.label().strip())
        .set(INVITATION.EMAIL, invitee.email().orElse(null))
        .set(INVITATION.TOKEN_HASH, Sha256.of(token))
        .execute();
  }

  Optional<UUID> findByToken(Tx tx, SurveyId survey, String token) {
    return tx.sql()
        .select(INVITATION.ID)
        .from(INVITATION)
        .where(INVITATION.SURVEY_ID.eq(survey.value()), INVITATION.TOKEN_HASH.eq(Sha256.of(token)))
        .fetchOptional(row -> row.value1());
  }

  List<InvitationView> ofSurvey(Tx tx, SurveyId survey) {
    return tx.sql()
        .selectFrom(INVITATION)
        .where(INVITATION.SURVEY_ID.eq(survey.value()))
        .orderBy(DSL.lower(INVITATION.LABEL), INVITATION.LABEL)
        .fetch(row ->
            new InvitationView(
                row.getId(),
                row.getLabel(),
                Optional.ofNullable(row.getEmail()),
                row.getAnswered()));
  }

  int invited(Tx tx, SurveyId survey) {
    return tx.sql().fetchCount(INVITATION, INVITATION.SURVEY_ID.eq(survey.value()));
  }

  int answered(Tx tx, SurveyId survey) {
    return tx.sql()
        .fetchCount(
            INVITATION, INVITATION.SURVEY_ID.eq(survey.value()), INVITATION.ANSWERED.isTrue());
  }

  /** Notes them, and writes all invitations of the survey anew in random order. */
  void setAnswered(Tx tx, SurveyId survey, Collection<UUID> ids) {
    tx.sql()
        .update(INVITATION)
        .set(INVITATION.ANSWERED, true)
        .where(INVITATION.SURVEY_ID.eq(survey.value()), INVITATION.ID.in(ids))
        .execute();
    tx.sql()
        .execute(
            """
            with taken as (delete from survey.invitation where survey_id = ? returning *)
            insert into survey.invitation (id, survey_id, label, email, token_hash, answered)
            select id, survey_id, label, email, token_hash, answered from taken
            order by gen_random_uuid()\
            """,
            survey.value());
  }
}
