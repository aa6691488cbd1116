package org.rolewright.platform.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One operation of the contract.
 *
 * @param path with its parameters in braces
 * @param body what the request carries, where it carries something
 * @param maxBytes greatest body accepted ({@code x-max-bytes})
 * @param open whether it needs no signed-in person
 * @param unlogged whether the log keeps silent about each request, because answers are anonymous
 *     ({@code x-unlogged})
 * @param answers the schema of each documented status, where it is JSON
 */
public record Operation(
    String id,
    String method,
    String path,
    List<Parameter> parameters,
    Optional<Body> body,
    int maxBytes,
    boolean open,
    boolean unlogged,
    Map<String, Optional<Schema>> answers) {

  /** A parameter in the path, the query or a header. */
  public record Parameter(String name, String in, boolean required, String type, Schema schema) {}

  /** A request body; only JSON has a schema. */
  public record Body(String contentType, boolean required, Optional<Schema> schema) {}
}
