package org.rolewright.eligibility;

import java.util.List;

/**
 * An application with everything in it.
 *
 * @param decisions the newest first
 */
record Dossier(
    Application application,
    String programme,
    boolean demonstration,
    List<ClaimView> claims,
    List<DecisionView> decisions) {}
