package org.rolewright.delivery;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.rolewright.audit.AuditService;
import org.rolewright.audit.Subject;
import org.rolewright.delivery.SittingRepository.Moved;
import org.rolewright.platform.Actor;
import org.rolewright.timing.SittingClock;

/** What becomes of a sitting that is held, and who did it: to be stored and put on record. */
record Change(Moved moved, List<AuditService.Act> acts) {
  static Change of(Sitting after, SittingClock clock, AuditService.Act act) {
    return new Change(new Moved(after, clock.adjustments()), List.of(act));
  }

  static AuditService.Act act(Actor actor, String action, Sitting sitting, Map<String, ?> detail) {
    return new AuditService.Act(actor, action, Subject.of("sitting", sitting.id().value()), detail);
  }

  /** The same, with another act that it is on record as. */
  Change and(AuditService.Act act) {
    return new Change(moved, Stream.concat(acts.stream(), Stream.of(act)).toList());
  }

  Sitting after() {
    return moved.sitting();
  }

  static List<Moved> moved(List<Change> changes) {
    return changes.stream().map(Change::moved).toList();
  }

  static List<AuditService.Act> acts(List<Change> changes) {
    return changes.stream().flatMap(change -> change.acts.stream()).toList();
  }
}
