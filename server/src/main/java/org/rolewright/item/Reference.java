package org.rolewright.item;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What the key of an item rests on.
 *
 * @param edition edition or year
 * @param expiresOn from when it must be checked again
 */
public record Reference(
    String citation,
    Optional<String> edition,
    Optional<String> url,
    Optional<LocalDate> expiresOn) {}
