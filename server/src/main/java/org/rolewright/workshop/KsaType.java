package org.rolewright.workshop;

/** Knowledge, skill or ability. */
public enum KsaType {
  KNOWLEDGE,
  SKILL,
  ABILITY
}
