package org.rolewright.standard;

import java.util.Optional;

/**
 * What the board proposes.
 *
 * @param error by which the recommended cut is moved
 * @param multiple by how many, from −2 to 2
 * @param sem standard error of measurement, in raw points; needed unless the error is that of
 *     judgement
 * @param semSource where that figure comes from
 */
public record CutInput(
    CutError error,
    int multiple,
    Optional<Double> sem,
    Optional<String> semSource,
    String reason) {}
