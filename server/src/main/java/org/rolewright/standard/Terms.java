package org.rolewright.standard;

import java.util.Optional;
import org.rolewright.form.FormId;
import org.rolewright.judging.Setting;
import org.rolewright.judging.SettingId;

/**
 * What the two people sign.
 *
 * @param round on whose ratings it rests
 * @param low lower end of the interval of what was recommended
 * @param raw points needed to pass
 */
public record Terms(
    CutId id,
    SettingId setting,
    FormId form,
    String formChecksum,
    Setting.Method method,
    int round,
    double recommended,
    double standardError,
    double low,
    double high,
    CutError error,
    int multiple,
    Optional<Double> sem,
    Optional<String> semSource,
    int raw,
    int maximum,
    String reason) {}
