package org.rolewright.survey;

import org.rolewright.platform.text.Language;

/**
 * How a survey begins.
 *
 * @param language of the standard wordings it begins with
 */
public record NewSurvey(SurveyId id, String title, Language language) {}
