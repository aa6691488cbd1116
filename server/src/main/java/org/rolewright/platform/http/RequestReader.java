package org.rolewright.platform.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.vertx.ext.web.RoutingContext;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rolewright.platform.Actor;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.Refusal.Fault;
import org.rolewright.platform.json.Json;

/** Turns what came over the wire into a {@link Request}, or refuses it with every fault named. */
final class RequestReader {
  private final Function<String, Optional<Actor>> sessions;

  RequestReader(Function<String, Optional<Actor>> sessions) {
    this.sessions = sessions;
  }

  Request read(Operation operation, RoutingContext context, String requestId) {
    if (!operation.method().equals("get") && context.request().getHeader("X-Rolewright") == null)
      throw new Refusal.Forbidden("ownPages");
    var token =
        Optional.ofNullable(context.request().getCookie(Cookies.SESSION))
            .map(cookie -> cookie.getValue())
            .filter(value -> !value.isEmpty());
    var actor = token.flatMap(sessions);
    if (actor.isEmpty() && !operation.open()) throw new Refusal.NotSignedIn();
    var faults = new ArrayList<Fault>();
    var parameters = parameters(operation, context, faults);
    var bytes = bytes(context);
    var json = operation.body().flatMap(body -> json(body, bytes, context, faults));
    if (!faults.isEmpty()) throw new Refusal.Malformed(faults);
    return new Request(
        requestId,
        actor.orElseGet(Actor.Visitor::new),
        Api.language(context),
        token,
        parameters,
        json,
        bytes);
  }

  private static Map<String, String> parameters(
      Operation operation, RoutingContext context, List<Fault> faults) {
    var values = new LinkedHashMap<String, String>();
    for (var parameter : operation.parameters()) {
      var value = value(parameter, context);
      if (value.isPresent()) {
        values.put(parameter.name(), value.get());
        parameter
            .schema()
            .faults(typed(parameter.type(), value.get()))
            .forEach(fault -> faults.add(new Fault(parameter.name(), fault.key(), fault.values())));
      } else if (parameter.required())
        faults.add(new Fault(parameter.name(), "required", Map.of()));
    }
    var known =
        operation.parameters().stream().map(Operation.Parameter::name).collect(Collectors.toSet());
    for (var name : context.queryParams().names())
      if (!known.contains(name)) faults.add(new Fault(name, "unknownField", Map.of()));
    return values;
  }

  private static Optional<String> value(Operation.Parameter parameter, RoutingContext context) {
    return Optional.ofNullable(
        switch (parameter.in()) {
          case "path" -> context.pathParam(parameter.name());
          case "query" -> context.queryParams().get(parameter.name());
          default -> context.request().getHeader(parameter.name());
        });
  }

  private static JsonNode typed(String type, String value) {
    try {
      return switch (type) {
        case "integer" -> LongNode.valueOf(Long.parseLong(value));
        case "number" -> DecimalNode.valueOf(new BigDecimal(value));
        case "boolean" ->
            value.equals("true") || value.equals("false")
                ? BooleanNode.valueOf(value.equals("true"))
                : TextNode.valueOf(value);
        default -> TextNode.valueOf(value);
      };
    } catch (NumberFormatException _) {
      return TextNode.valueOf(value);
    }
  }

  private static byte[] bytes(RoutingContext context) {
    var buffer = context.body().buffer();
    return buffer == null ? new byte[0] : buffer.getBytes();
  }

  private static Optional<JsonNode> json(
      Operation.Body body, byte[] bytes, RoutingContext context, List<Fault> faults) {
    if (bytes.length == 0) {
      if (body.required()) faults.add(new Fault("", "bodyMissing", Map.of()));
      return Optional.empty();
    }
    if (body.schema().isEmpty()) return Optional.empty();
    var contentType = context.request().getHeader("Content-Type");
    if (contentType == null || !contentType.startsWith("application/json")) {
      faults.add(
          new Fault("Content-Type", "wrongContentType", Map.of("limit", body.contentType())));
      return Optional.empty();
    }
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      var tree = Json.tree(text);
      faults.addAll(body.schema().get().faults(tree));
      if (holdsZero(tree)) faults.add(new Fault("", "unreadableCharacter", Map.of()));
      return Optional.of(tree);
    } catch (IllegalArgumentException | CharacterCodingException _) {
      faults.add(new Fault("", "notJson", Map.of()));
      return Optional.empty();
    }
  }

  /** The one character that no text in the database can hold. */
  private static boolean holdsZero(JsonNode node) {
    if (node.isTextual()) return node.textValue().indexOf(0) >= 0;
    for (var child : node) if (holdsZero(child)) return true;
    return false;
  }
}
