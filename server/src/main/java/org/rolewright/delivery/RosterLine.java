package org.rolewright.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.rolewright.candidacy.BookingId;
import org.rolewright.timing.ClosingReason;
import org.rolewright.timing.SittingState;

/**
 * How one sitting is getting on, for the proctors: never what is answered, and of an accommodation
 * no more than the time left shows.
 *
 * @param answered items with an answer
 * @param stoppedAt since when the clock stands
 * @param extra time given by proctors
 * @param lastContact when a device was last heard of
 * @param waiting events that waited on the device then
 */
public record RosterLine(
    SittingId sitting,
    BookingId admission,
    SittingState state,
    int revision,
    int part,
    int answered,
    int items,
    Optional<Instant> deadline,
    Optional<Instant> stoppedAt,
    Duration extra,
    int devices,
    Optional<Instant> lastContact,
    OptionalInt waiting,
    Optional<ClosingReason> reason) {}
