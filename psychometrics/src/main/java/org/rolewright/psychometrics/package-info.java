/**
 * Pure statistics of role delineation studies and examinations: arrays and records in, records out.
 *
 * <p>Decides nothing about people or storage and knows no other part of Rolewright. No I/O, no
 * clock, no logging, no mutable static state; chance comes only from a seeded generator that the
 * caller hands in.
 */
package org.rolewright.psychometrics;
