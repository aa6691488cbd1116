package org.rolewright.platform.documents;

import java.time.Instant;
import java.util.List;
import org.rolewright.platform.text.Language;

/**
 * A landscape page that says who holds what.
 *
 * @param organisation who answers for it; may be empty
 * @param issued becomes the PDF's date, so that the same diploma gives the same bytes
 */
public record Diploma(
    Language language,
    String organisation,
    String title,
    Award award,
    List<Fact> facts,
    Check check,
    Instant issued) {
  public Diploma {
    facts = List.copyOf(facts);
  }

  /**
   * Who holds what.
   *
   * @param before words above the holder's name
   * @param between words between the name and what is held
   */
  public record Award(String before, String holder, String between, String held) {}

  /**
   * Where anybody can see whether it holds.
   *
   * @param page address to type
   * @param link address that a camera reads
   * @param alternative what the picture of the link is for
   */
  public record Check(String words, String page, String link, String alternative) {}

  public QrCode qrCode() {
    return new QrCode(check.link());
  }
}
