/**
 * Formatted text from people: a small subset of HTML and MathML, cleaned on the way in.
 *
 * <p>Decides what may stand in a text ({@link org.rolewright.platform.html.RichText}); everything
 * else is taken out and named, so that the writer is told. What is stored is well-formed, written
 * in one way (lower-case tags, double quotes), and holds no script, no style, no address of another
 * machine: images are named by the identity of an asset.
 */
@org.jspecify.annotations.NullMarked
package org.rolewright.platform.html;
