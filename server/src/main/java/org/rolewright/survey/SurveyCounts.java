package org.rolewright.survey;

/**
 * How a survey goes, in numbers of people only: what they answered stays unseen until it closes.
 *
 * @param invited personal links given out
 * @param answered personal links known to be used; lags behind, because it is noted in batches
 * @param imported responses collected elsewhere
 * @param partial responses kept although not handed in, once closed
 */
public record SurveyCounts(
    int invited, int answered, ByLink personal, ByLink open, int imported, int partial) {

  /**
   * Peers by one kind of link.
   *
   * @param started answering, not handed in yet
   * @param screenedOut do not do this work
   * @param complete handed in
   */
  public record ByLink(int started, int screenedOut, int complete) {}
}
