package org.rolewright.form;

import java.util.Optional;
import org.rolewright.itembank.ItemId;
import org.rolewright.itembank.ItemVersionId;
import org.rolewright.library.StimulusVersionId;

/**
 * An item's place on a form.
 *
 * @param position in the whole form, from 1
 * @param hash over all that the form pins of the version
 * @param scored whether it counts; a pilot item does not
 * @param common whether it is an anchor: also on another form, to make their scores comparable
 */
public record Placed(
    int position,
    ItemVersionId versionId,
    ItemId itemId,
    String hash,
    boolean scored,
    boolean common,
    Optional<StimulusVersionId> stimulusVersionId) {}
