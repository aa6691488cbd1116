package org.rolewright.survey;

/** Where a peer writes: the survey, and the ballot as the browser sent it. */
record AnswerSheet(SurveyId survey, String ballot) {
  @Override
  public String toString() {
    return "AnswerSheet[]";
  }
}
