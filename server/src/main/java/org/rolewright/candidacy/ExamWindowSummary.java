package org.rolewright.candidacy;

/** An exam window in a list. */
record ExamWindowSummary(ExamWindow window, int taken) {}
