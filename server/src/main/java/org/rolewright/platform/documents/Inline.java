package org.rolewright.platform.documents;

/** A run of words within a paragraph. */
public sealed interface Inline {

  record Plain(String text) implements Inline {}

  record Strong(String text) implements Inline {}

  record Emphasis(String text) implements Inline {}

  /** A link out of the document; only to the web. */
  record Link(String text, String address) implements Inline {
    public Link {
      if (!address.startsWith("https://") && !address.startsWith("http://"))
        throw new IllegalArgumentException("not a web address: " + address);
    }
  }

  /** Names another part by its number: "Table 3", "2.1". */
  record Reference(String id) implements Inline {}

  /** A number in the text; the words stand at the end of the chapter. */
  record Footnote(String text) implements Inline {}
}
