package org.rolewright.marking;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a sitting earned.
 *
 * @param raw points
 * @param maximum points that could be reached
 * @param scaled empty without a cut
 * @param passed empty without a cut
 */
public record Result(
    BigDecimal raw,
    BigDecimal maximum,
    Optional<Integer> scaled,
    Optional<Boolean> passed,
    List<DomainPoints> domains) {
  public Result {
    domains = List.copyOf(domains);
  }

  /** Points in a domain. */
  public record DomainPoints(UUID domain, BigDecimal raw, BigDecimal maximum) {}
}
