package org.rolewright.itemreview;

import java.util.List;
import org.rolewright.access.Permission;
import org.rolewright.itembank.ItemVersion;
import org.rolewright.platform.Actor;
import org.rolewright.platform.Refusal;

/**
 * What one person is to one version under review.
 *
 * @param leads whether they lead the study
 * @param author whether they wrote any of it
 * @param asked whether they were asked in any round
 */
record ReviewAccess(boolean leads, boolean author, boolean asked) {

  static ReviewAccess of(Actor actor, ItemVersion version, List<Round> rounds) {
    var person = actor.person();
    return new ReviewAccess(
        Permission.LEAD_STUDIES.granted(actor),
        person.filter(version::isBy).isPresent(),
        person
            .filter(one -> rounds.stream().anyMatch(round -> round.reviewer(one).isPresent()))
            .isPresent());
  }

  void requireReader() {
    if (!leads && !author && !asked) throw new Refusal.Forbidden("reviewItems");
  }

  boolean writes() {
    return leads || author;
  }
}
