/**
 * The demonstration study, loaded into an empty database: Community Health Workers on O*NET data,
 * from the programme record to an adopted blueprint, a bank of 190 items that went through their
 * reviews (one plain single choice in six is still on its way), two writing assignments, and two
 * parallel forms of 60 scored and 10 pilot items, chosen by the solver and signed by two people;
 * the cut of the first, set by a panel of ten; and, by {@code simulation}, three hundred candidates
 * with their scores and certificates. A second survey and a longer blueprint wait for visitors to
 * answer and adopt.
 *
 * <p>Decides nothing; does through the services of the stages what people would do, and can go on
 * where a killed program left off. Reads the files under {@code resources/demonstration} (their
 * NOTICE says where they come from) and publishes nothing.
 *
 * <p><b>The respondents are synthetic</b>, and every screen of the study says so. {@link
 * org.rolewright.demonstration.SyntheticRespondents} draws 2,000 of them from a fixed seed so that
 * the published figures of each of the 28 tasks are met as closely as whole people can: of all,
 * round(2000 · relevance) do the task; their frequencies are the published percentages turned into
 * people by the largest remainder; their importances are a binomial distribution on the five codes
 * with the published mean, whose last people are moved by a point until the sum fits. Who gets
 * which code is drawn: each person has a general and a per-domain leaning, and codes are given by
 * rank of leaning plus noise, so that people agree as people do while the figures of the task stay
 * put. Largest deviations, held by a test: share who do it 0.025 points of percent, a frequency
 * percentage 0.2 points, mean importance 0.001, mean frequency 0.005.
 *
 * <p>A few more respondents who answered little, or the same throughout, show what the exclusion
 * rule does; they do not count.
 */
@org.jspecify.annotations.NullMarked
package org.rolewright.demonstration;
