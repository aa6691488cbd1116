package org.rolewright.workshop;

import java.util.Optional;

/**
 * Where a statement stands.
 *
 * @param domain of a task; empty for a KSA
 * @param position from 0; larger than the last means last
 */
public record StatementPlace(Optional<DomainId> domain, int position) {}
