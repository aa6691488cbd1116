package org.rolewright.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.rolewright.platform.Sha256;
import org.rolewright.platform.json.Json;

/** Follows the trail from its first entry and remembers the first that does not fit. */
final class ChainCheck {
  private long entries;
  private byte[] last = new byte[32];
  private Optional<Verification.Fault> fault = Optional.empty();

  /**
   * An entry as stored.
   *
   * @param columns what the queryable columns say, to be compared with the hashed text
   */
  record Stored(long number, byte[] previous, byte[] hash, String canonical, JsonNode columns) {}

  void next(Stored entry) {
    entries++;
    if (fault.isEmpty())
      fault = reason(entry).map(reason -> new Verification.Fault(entry.number(), reason));
    last = entry.hash();
  }

  private Optional<String> reason(Stored entry) {
    if (entry.number() != entries) return Optional.of("an entry before it is missing");
    if (!Arrays.equals(entry.previous(), last))
      return Optional.of("it does not follow the entry before it");
    if (!Arrays.equals(
        entry.hash(), Sha256.of(entry.previous(), AuditService.bytes(entry.canonical()))))
      return Optional.of("its text was changed");
    if (!Json.tree(entry.canonical()).equals(entry.columns()))
      return Optional.of("its columns were changed");
    return Optional.empty();
  }

  Verification result(long headNumber, String headHash) {
    if (fault.isEmpty()
        && (headNumber != entries || !headHash.equals(HexFormat.of().formatHex(last))))
      fault = Optional.of(new Verification.Fault(headNumber, "the newest entries are missing"));
    return new Verification(entries, headHash, fault);
  }
}
