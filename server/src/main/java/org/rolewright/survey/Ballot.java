package org.rolewright.survey;

import org.rolewright.platform.Sha256;
import org.rolewright.survey.ClosedSurvey.Channel;

/**
 * The right to answer one survey once, held by the peer's browser only. Says by which kind of link
 * the peer came, not by which link.
 *
 * @param key the response key
 */
record Ballot(SurveyId survey, Channel channel, String key) {

  /** Under which answers are kept. */
  byte[] keyHash() {
    return Sha256.of(key);
  }

  @Override
  public String toString() {
    return "Ballot[]";
  }
}
