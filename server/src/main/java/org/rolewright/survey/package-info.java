/**
 * The field rates the tasks, anonymously: the questionnaire, the links, the answers on their way,
 * the responses, ratings collected elsewhere, and the closing.
 *
 * <p>Reads the frozen {@code StudyPlan} and a published {@code TaskList}; both are copied into the
 * questionnaire, which cannot change once the survey is open. Publishes {@link
 * org.rolewright.survey.ClosedSurvey}.
 *
 * <p><b>Anonymity.</b> A personal link holds a token; the database holds its SHA-256 on the
 * invitation. The <i>response key</i> is an HMAC of the token under the installation's secret,
 * which is a file and not in the database. The browser trades its token for a <i>ballot</i> (the
 * key, signed) and from then on sends nothing else; the trade writes nothing. Answers on their way
 * are kept under the hash of the key, encrypted with the secret and padded. Handing in marks that
 * draft and spends the key in one transaction. Later, in batches of at least five (and a tenth of
 * what is there), drafts become responses under new random ids, and each time <i>all</i> responses
 * of the survey are rewritten in random order in that transaction; the invitations likewise when
 * "answered" is set on them, from memory, at another moment. No time finer than a day, no address,
 * no browser, no sequence is kept, and participants' requests are not logged. There is no switch to
 * turn any of this off.
 *
 * <p>What this gives: who copies all tables, with row order and transaction ids, and the logs, can
 * match invitations to responses no better than by guessing ({@code UnlinkabilityTest}). Who has
 * the secret and the links besides can open the drafts that are not handed in yet (as the peer's
 * own link can: that is what resuming means) and tell which links were used, but not which response
 * came from which. Who records the write-ahead log, or undeletes old row versions, can narrow a
 * response down to the batch it came in: never fewer than five, unless fewer answered. What a peer
 * writes in a text field may of course name somebody.
 *
 * <p>Invariants: a link answers once; a response has no rating off its scale or of another list; a
 * task not done has no frequency; nothing is stored before consent; nothing after closing. Kept as
 * partial: drafts with at least one task rated at closing; the protocol's exclusion rule then
 * decides in the analysis.
 */
@org.jspecify.annotations.NullMarked
package org.rolewright.survey;
