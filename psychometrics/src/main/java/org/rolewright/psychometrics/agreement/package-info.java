/**
 * How dependable ratings and scores are, and how far raters agree.
 *
 * <p><b>Decides</b> nothing; it measures. Three questions, three groups of methods:
 *
 * <ul>
 *   <li><i>Would another set of items rank persons alike?</i> {@link
 *       org.rolewright.psychometrics.agreement.CoefficientAlpha}, {@link
 *       org.rolewright.psychometrics.agreement.GuttmanLambdas}, {@link
 *       org.rolewright.psychometrics.agreement.McDonaldOmega}, {@link
 *       org.rolewright.psychometrics.agreement.SplitHalf}.
 *   <li><i>How much of what is seen is the object, how much the rater or item, and how many would
 *       be enough?</i> {@link org.rolewright.psychometrics.agreement.IntraclassCorrelation}, {@link
 *       org.rolewright.psychometrics.agreement.CrossedStudy}, {@link
 *       org.rolewright.psychometrics.agreement.NestedStudy}, {@link
 *       org.rolewright.psychometrics.agreement.TableOfSpecifications}.
 *   <li><i>Do raters say the same?</i> {@link org.rolewright.psychometrics.agreement.FleissKappa},
 *       {@link org.rolewright.psychometrics.agreement.CohenKappa}, {@link
 *       org.rolewright.psychometrics.agreement.KrippendorffAlpha}, {@link
 *       org.rolewright.psychometrics.agreement.GwetAgreement}, {@link
 *       org.rolewright.psychometrics.agreement.WithinGroupAgreement}, {@link
 *       org.rolewright.psychometrics.agreement.KendallConcordance}.
 * </ul>
 *
 * <p><b>Direction.</b> Rows are the objects of measurement, columns what they are measured by:
 * {@code [person][item]} for a test, {@code [task][respondent]} for the profile of a task survey.
 * Methods named {@code ofTaskProfile} take {@code [respondent][task]} as surveys store it and turn
 * it without copying. Alpha with tasks as items asks whether <i>respondents</i> differ, which is
 * not what a blueprint rests on.
 *
 * <p><b>Invariants.</b> {@code NaN} in a table is an empty cell and never a number; negative
 * coefficients and components are reported as they come and flagged; nothing depends on the order
 * of rows or columns except odd–even halves, which are named so.
 */
package org.rolewright.psychometrics.agreement;
