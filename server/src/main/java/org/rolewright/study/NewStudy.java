package org.rolewright.study;

import org.rolewright.platform.text.Language;

/**
 * How a study begins.
 *
 * @param demonstration whether its respondents are synthetic
 * @param language of the draft protocol's scales
 */
public record NewStudy(String title, boolean demonstration, Language language) {}
