package org.rolewright.workshop;

/** Kinds of statements. */
public enum StatementKind {
  TASK,
  KNOWLEDGE,
  SKILL,
  ABILITY;

  public static StatementKind of(KsaType type) {
    return valueOf(type.name());
  }

  /** The type of a KSA; not for tasks. */
  public KsaType ksaType() {
    return KsaType.valueOf(name());
  }
}
