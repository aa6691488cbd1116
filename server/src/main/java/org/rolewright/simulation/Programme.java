package org.rolewright.simulation;

import org.rolewright.form.FormId;
import org.rolewright.platform.PersonId;
import org.rolewright.study.StudyId;

/**
 * Which exam is given, and by whom. It takes four people: nobody who signs or releases scores
 * answers appeals against them, nobody who wrote, judged or decided on the cut certifies, and each
 * certificate has two.
 *
 * @param lead plans the exam, scores it and signs
 * @param second releases
 * @param third answers appeals and proposes certificates
 * @param fourth issues them
 */
public record Programme(
    StudyId study, FormId form, PersonId lead, PersonId second, PersonId third, PersonId fourth) {}
