package org.rolewright.assembly;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rolewright.blueprint.BlueprintId;
import org.rolewright.form.FormId;
import org.rolewright.selection.SelectionResult;
import org.rolewright.study.StudyId;

/**
 * What was wished, found and proved.
 *
 * @param pool how many items the bank had for it
 * @param result of choosing the scored items; places of items are not kept
 * @param pilot of adding pilot items, where any were wished
 * @param forms the drafts that were made; empty when there are none
 */
public record AssemblyRun(
    AssemblyId id,
    StudyId study,
    BlueprintId blueprint,
    Wishes wishes,
    int pool,
    SelectionResult result,
    Optional<SelectionResult> pilot,
    List<FormId> forms,
    Instant madeAt) {}
