package org.rolewright.judging;

import java.time.Instant;

/** A standard-setting study in a list. */
public record SettingSummary(
    SettingId id,
    String formCode,
    Setting.Method method,
    Setting.State state,
    int panelists,
    int held,
    int rounds,
    Instant createdAt) {}
