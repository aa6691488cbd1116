package org.rolewright.judging;

import org.rolewright.form.FormId;

/**
 * A standard-setting study that is to begin.
 *
 * @param rounds how many are planned, two to five
 * @param showsDifficulty whether the board lets panelists see how candidates did, between rounds
 */
public record SettingInput(
    FormId form, Setting.Method method, int rounds, boolean showsDifficulty) {}
