package org.rolewright.structure;

import java.util.List;

/** The river: a package, and the schema of its name, knows only those before it. */
final class River {
  static final List<String> ORDER =
      List.of(
          "platform",
          "audit",
          "identity",
          "access",
          "study",
          "workshop",
          "survey",
          "analysis",
          "blueprint",
          "item",
          "library",
          "itembank",
          "itemreview",
          "itemwriting",
          "form",
          "comparison",
          "selection",
          "assembly",
          "judging",
          "standard",
          "eligibility",
          "accommodation",
          "candidacy",
          "timing",
          "rehearsal",
          "delivery",
          "proctoring",
          "submission",
          "marking",
          "appraisal",
          "scoring",
          "impact",
          "result",
          "fairness",
          "credential",
          "certificate",
          "report",
          "formreport",
          "export",
          "lineage",
          "simulation",
          "demonstration");

  private River() {}
}
