package org.rolewright.platform.documents;

import java.time.Instant;

/**
 * Which issue of the document this is.
 *
 * @param number such as {@code 1} or {@code 2026-01}; empty for a draft
 * @param mark printed at the foot of every page: {@code Confidential}, {@code Draft}; may be empty
 * @param hash SHA-256 of what the document reports on, in hexadecimal; may be empty
 * @param issued becomes the PDF's date, so that the same issue gives the same bytes
 */
public record Edition(String number, String mark, String hash, Instant issued) {

  boolean draft() {
    return number.isEmpty();
  }
}
