package org.rolewright.workshop;

import java.util.Optional;
import org.rolewright.platform.text.Language;

/**
 * A file as somebody sent it.
 *
 * @param domain where tasks of O*NET go; empty for one of their own, "Not yet sorted"
 * @param language in which such a domain is named
 */
public record ImportFile(byte[] bytes, Optional<DomainId> domain, Language language) {}
