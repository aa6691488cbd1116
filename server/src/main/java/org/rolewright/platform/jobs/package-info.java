/**
 * Long work on the db-scheduler library: it shows progress, can be cancelled and survives a restart
 * (a job that a dead program had taken is taken again from the start).
 *
 * <p>A stage registers its {@link org.rolewright.platform.jobs.JobWork} by kind; the work reads in
 * one transaction, computes in none and stores in another.
 */
@org.jspecify.annotations.NullMarked
package org.rolewright.platform.jobs;
