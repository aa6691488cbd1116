package org.rolewright.psychometrics.weighting;

import java.util.Arrays;
import org.rolewright.psychometrics.Arguments;

/**
 * Which domain each task belongs to and which tasks are kept.
 *
 * @param domain domain of each task, 0-based
 * @param kept whether the task enters the blueprint
 */
public record Outline(int[] domain, boolean[] kept) {

  /** Copies; refuses arrays of different length and negative domains. */
  public Outline {
    domain = domain.clone();
    kept = kept.clone();
    Arguments.sameLength(domain.length, kept.length, "domains and kept tasks");
    for (int d : domain) {
      Arguments.notNegative(d, "domain");
    }
  }

  /** An outline with every task kept. */
  public static Outline of(int[] domain) {
    boolean[] all = new boolean[domain.length];
    Arrays.fill(all, true);
    return new Outline(domain, all);
  }

  /** The same outline with only these tasks. */
  public Outline keeping(boolean[] tasks) {
    return new Outline(domain, tasks);
  }

  /** Number of tasks, kept or not. */
  public int tasks() {
    return domain.length;
  }

  /** Number of domains: the greatest number used, plus 1. */
  public int domains() {
    return Arrays.stream(domain).max().orElse(-1) + 1;
  }
}
