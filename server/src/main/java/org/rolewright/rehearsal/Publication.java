package org.rolewright.rehearsal;

import org.rolewright.candidacy.ExamWindowId;

/**
 * How the exam of a published window is given.
 *
 * @param proctored whether a proctor lets everybody in; else the admission code does
 * @param lateStartMinutes how late a candidate may begin and still have all the time
 */
public record Publication(ExamWindowId window, boolean proctored, int lateStartMinutes) {}
