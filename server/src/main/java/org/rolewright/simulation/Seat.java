package org.rolewright.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;

/** A booked seat, and the code that lets in. */
record Seat(UUID booking, String code, Instant opensAt, Instant closesAt) {
  static Seat of(JsonNode booked) {
    return new Seat(
        UUID.fromString(booked.get("id").asText()),
        booked.get("code").asText(),
        Instant.parse(booked.at("/window/opensAt").asText()),
        Instant.parse(booked.at("/window/closesAt").asText()));
  }

  boolean isOpen(Instant now) {
    return !now.isBefore(opensAt) && !isOver(now);
  }

  boolean isOver(Instant now) {
    return !now.isBefore(closesAt);
  }

  @Override
  public String toString() {
    return "Seat[" + booking + "]";
  }
}
