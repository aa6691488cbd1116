/**
 * The technical report of an exam form: what it is for, how it meets its blueprint, where its items
 * come from, how its cut came about, what its scores are like and how sure they and the decisions
 * are, what its items did, and what to be careful about.
 *
 * <p>Decides what the report says. {@link org.rolewright.formreport.FormReportModel} is an
 * allow-list of what the stages published; {@link org.rolewright.formreport.FormReport} lays it out
 * as a document, which becomes a web page or a PDF. No statistic is computed here.
 *
 * <p>Reads the programme, blueprint, form, cut and the run in force; publishes nothing and stores
 * nothing: each copy says what moment it is of, and carries the hash of its model.
 *
 * <p>Invariants: there is no report before scores are released; nothing that an item says and no
 * key is in it, and no reason written about a key, which may name it; no candidate is in it; a
 * study with synthetic respondents says so on every page.
 */
@org.jspecify.annotations.NullMarked
package org.rolewright.formreport;
