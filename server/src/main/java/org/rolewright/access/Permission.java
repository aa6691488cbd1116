package org.rolewright.access;

import static org.rolewright.platform.Role.ADMINISTRATOR;
import static org.rolewright.platform.Role.AUDITOR;
import static org.rolewright.platform.Role.CERTIFICATION_EXPERT;
import static org.rolewright.platform.Role.ITEM_WRITER;
import static org.rolewright.platform.Role.PROCTOR;
import static org.rolewright.platform.Role.SME;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import org.rolewright.platform.Actor;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.Role;

/** What may be allowed, and to which roles. */
public enum Permission {
  /** Read studies with everything in them. */
  READ_STUDIES("readStudies", ADMINISTRATOR, CERTIFICATION_EXPERT, ITEM_WRITER, SME, AUDITOR),
  /** Change a study at any stage, freeze and adopt its artefacts. */
  LEAD_STUDIES("leadStudies", CERTIFICATION_EXPERT),
  /** Write domains, task statements and KSAs. */
  WRITE_STATEMENTS("writeStatements", CERTIFICATION_EXPERT, SME),
  /** See which items there are and where they stand, without their content. */
  READ_BANK("readBank", ADMINISTRATOR, CERTIFICATION_EXPERT, ITEM_WRITER, SME, AUDITOR),
  /** Write items; the content of others stays closed to all but those who lead studies. */
  WRITE_ITEMS("writeItems", CERTIFICATION_EXPERT, ITEM_WRITER),
  /** Review the items that one was asked to. */
  REVIEW_ITEMS("reviewItems", CERTIFICATION_EXPERT, ITEM_WRITER, SME),
  /** See which items a form has and how it stands, without their content. */
  READ_FORMS("readForms", ADMINISTRATOR, CERTIFICATION_EXPERT, AUDITOR),
  /** Judge the items of a form on the panels that one was asked to. */
  JUDGE_ITEMS("judgeItems", SME),
  /** Take the collected answers out of the service. */
  EXPORT_DATA("exportData", CERTIFICATION_EXPERT, AUDITOR),
  /** Ask colleagues to join. */
  INVITE("invite", ADMINISTRATOR, CERTIFICATION_EXPERT),
  /** See who has an account. */
  READ_PEOPLE("readPeople", ADMINISTRATOR, CERTIFICATION_EXPERT, AUDITOR),
  /** Give out the roles that decide, or control others. */
  APPOINT("appoint", ADMINISTRATOR),
  /** Read mail that waits; it may hold links of candidates, peers and colleagues. */
  READ_OUTBOX("readOutbox", ADMINISTRATOR),
  /** Read and check the audit trail. */
  READ_AUDIT("readAudit", ADMINISTRATOR, CERTIFICATION_EXPERT, AUDITOR),
  /** Read applications with their documents, and decide who may test. */
  DECIDE_APPLICATIONS("decideApplications", ADMINISTRATOR, CERTIFICATION_EXPERT),
  /** Read requests for accommodations, which are health data, and grant them. */
  DECIDE_ACCOMMODATIONS("decideAccommodations", ADMINISTRATOR),
  /** Plan exam windows and see who has booked. */
  SCHEDULE_EXAMS("scheduleExams", ADMINISTRATOR, CERTIFICATION_EXPERT),
  /** Conduct exams: let in, stop and restart the clock, give time, talk to candidates. */
  PROCTOR_EXAMS("proctorExams", CERTIFICATION_EXPERT, PROCTOR),
  /** Propose and issue certificates, suspend and revoke them. */
  CERTIFY("certify", ADMINISTRATOR, CERTIFICATION_EXPERT),
  /** Follow a certificate back to its score, exam and items, with the name of its holder. */
  TRACE_CERTIFICATES("traceCertificates", ADMINISTRATOR, CERTIFICATION_EXPERT, AUDITOR),
  /** Decide whether answers that came after the end count. */
  JUDGE_LATE_ANSWERS("judgeLateAnswers", CERTIFICATION_EXPERT),
  /** Score exams, decide about keys and release scores. */
  SCORE_EXAMS("scoreExams", CERTIFICATION_EXPERT),
  /** Read runs and their figures; never who sat. */
  READ_SCORES("readScores", ADMINISTRATOR, CERTIFICATION_EXPERT, AUDITOR),
  /** Make and read tables of who passed by group; never what one candidate stated. */
  READ_FAIRNESS("readFairness", ADMINISTRATOR, CERTIFICATION_EXPERT, AUDITOR);

  private final String code;
  private final Set<Role> roles;

  Permission(String code, Role... roles) {
    this.code = code;
    this.roles = Set.of(roles);
  }

  /** The word under which the catalogues name it. */
  public String code() {
    return code;
  }

  public boolean granted(Actor actor) {
    return isGivenTo(actor.roles());
  }

  /** Whether somebody with these roles may. */
  public boolean isGivenTo(Collection<Role> held) {
    return !Collections.disjoint(roles, held);
  }

  /**
   * The first line of a use case.
   *
   * @throws Refusal.NotSignedIn for a visitor
   * @throws Refusal.Forbidden for a person without a fitting role
   */
  public void require(Actor actor) {
    if (granted(actor)) return;
    if (actor instanceof Actor.Visitor) throw new Refusal.NotSignedIn();
    throw new Refusal.Forbidden(code);
  }
}
