/**
 * Item response functions and the scores they predict.
 *
 * <p>Holds the dichotomous logistic item, the summed-score distribution of a set of such items, and
 * the characteristic curve that ties a proficiency to an expected raw score. Reads item parameters
 * that somebody estimated; estimates none itself.
 *
 * <p>Invariant: the scaling constant (1, 1.7 or 1.702) travels with the parameters of an item.
 */
package org.rolewright.psychometrics.irt;
