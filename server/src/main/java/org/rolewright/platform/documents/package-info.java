/**
 * Documents to be read, printed and kept: one model, as a web page and as a PDF.
 *
 * <p>A {@link org.rolewright.platform.documents.Document} holds a cover, an edition and sections of
 * blocks; it knows no layout. {@link org.rolewright.platform.documents.WebPages} gives its HTML,
 * {@link org.rolewright.platform.documents.Pdfs} its PDF/UA-1 and PDF/A-3 file. Section, table,
 * figure and note numbers are given here, in reading order, and references to them are by id.
 *
 * <p>A {@link org.rolewright.platform.documents.Diploma} is one landscape page with an address that
 * a camera reads, printed by the same path.
 *
 * <p>{@link org.rolewright.platform.documents.Phrases} are the words and numbers that a kind of
 * report takes from the catalogue.
 *
 * <p>Invariants: all text is escaped; tables have captions and header cells; figures have a
 * description and their numbers; equal documents give equal bytes, so that an issued one can be
 * hashed.
 *
 * <p>Reads {@code platform.text} and {@code platform.plots}. Knows no stage.
 */
@NullMarked
package org.rolewright.platform.documents;

import org.jspecify.annotations.NullMarked;
