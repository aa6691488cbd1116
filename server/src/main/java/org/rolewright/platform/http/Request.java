package org.rolewright.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.rolewright.platform.Actor;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.json.Json;
import org.rolewright.platform.text.Language;

/**
 * A request that fits the contract.
 *
 * @param actor who asks; a visitor where the operation is open and nobody is signed in
 * @param parameters path, query and header parameters by name
 * @param bytes the body as it came
 */
public record Request(
    String id,
    Actor actor,
    Language language,
    Optional<String> sessionToken,
    Map<String, String> parameters,
    Optional<JsonNode> json,
    byte[] bytes) {

  public UUID uuid(String name) {
    try {
      return UUID.fromString(text(name));
    } catch (IllegalArgumentException _) {
      throw new Refusal.NotFound(name);
    }
  }

  public String text(String name) {
    return findText(name).orElseThrow(() -> new IllegalArgumentException("no parameter " + name));
  }

  public Optional<String> findText(String name) {
    return Optional.ofNullable(parameters.get(name));
  }

  public int integer(String name, int otherwise) {
    return findText(name).map(Integer::parseInt).orElse(otherwise);
  }

  public boolean flag(String name) {
    return findText(name).map(Boolean::parseBoolean).orElse(false);
  }

  /** The version in {@code If-Match}. */
  public int version() {
    var tag = text("If-Match").replace("\"", "");
    try {
      return Integer.parseInt(tag);
    } catch (NumberFormatException _) {
      throw new Refusal.Stale();
    }
  }

  /** The JSON body as a record of ours. */
  public <T> T body(Class<T> type) {
    try {
      return Json.mapper().treeToValue(json.orElseThrow(), type);
    } catch (JsonProcessingException e) {
      throw refusal(e);
    }
  }

  public <T> T body(TypeReference<T> type) {
    try {
      return Json.mapper().treeToValue(json.orElseThrow(), type);
    } catch (JsonProcessingException e) {
      throw refusal(e);
    }
  }

  /** A record's constructor may refuse a value; its refusal goes out as it is. */
  private static RuntimeException refusal(JsonProcessingException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause())
      if (cause instanceof Refusal refusal) return refusal;
    return new Refusal.Malformed("", "wrongForm", Map.of());
  }
}
