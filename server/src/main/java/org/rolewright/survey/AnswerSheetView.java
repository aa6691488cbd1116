package org.rolewright.survey;

/**
 * What a peer has answered so far, for going on where they stopped.
 *
 * @param page of the newest answer; empty before the first
 */
record AnswerSheetView(Answers answers, boolean eligible, String page) {}
