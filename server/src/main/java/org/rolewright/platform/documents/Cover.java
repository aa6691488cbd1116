package org.rolewright.platform.documents;

import java.util.List;

/**
 * The first page.
 *
 * @param organisation who issues the document
 * @param facts short particulars: programme, dates, numbers
 */
public record Cover(String organisation, String title, String subtitle, List<Fact> facts) {
  public Cover {
    facts = List.copyOf(facts);
  }
}
