package org.rolewright.fairness;

import java.util.UUID;
import org.rolewright.blueprint.Blueprint.Signature;

/** A table with who made it, and when. */
public record IssuedTable(UUID id, Signature issued, ImpactTable table) {}
