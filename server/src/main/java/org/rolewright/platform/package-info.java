/**
 * Tools that know no stage: who acts, how a wish is refused, configuration, database, HTTP, jobs,
 * mail, texts, documents and plots.
 *
 * <p>Decides nothing about credentials. Everything else may use it; it uses nothing of ours.
 */
@NullMarked
package org.rolewright.platform;

import org.jspecify.annotations.NullMarked;
