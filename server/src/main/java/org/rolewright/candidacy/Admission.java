package org.rolewright.candidacy;

import java.time.Instant;
import java.util.OptionalInt;
import org.rolewright.accommodation.Accommodation;
import org.rolewright.eligibility.CandidateId;
import org.rolewright.form.FormId;
import org.rolewright.platform.text.Language;
import org.rolewright.study.StudyId;

/**
 * A candidate who may sit once, published by this stage. It is put together when it is asked for,
 * so an accommodation granted after the booking is in it.
 *
 * @param displayName as it shall stand on the certificate
 * @param opensAt from when the candidate may begin
 * @param closesAt until when the candidate may begin
 * @param form the published form that is given
 * @param agreementVersion the agreement accepted when booking; empty where the programme has none
 */
public record Admission(
    BookingId id,
    CandidateId candidate,
    String displayName,
    StudyId study,
    FormId form,
    ExamWindowId window,
    Language language,
    Accommodation accommodation,
    Instant opensAt,
    Instant closesAt,
    LateRule lateRule,
    OptionalInt agreementVersion,
    OptionalInt seat) {}
