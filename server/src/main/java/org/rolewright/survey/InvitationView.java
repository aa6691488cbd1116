package org.rolewright.survey;

import java.util.Optional;
import java.util.UUID;

/**
 * A personal link as the expert sees it later, without the link.
 *
 * @param answered for reminders; noted in batches, some time after the answer
 */
public record InvitationView(UUID id, String label, Optional<String> email, boolean answered) {}
