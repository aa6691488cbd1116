package org.rolewright.workshop;

/** A task needs a KSA. */
public record Link(TaskId task, KsaId ksa) {}
