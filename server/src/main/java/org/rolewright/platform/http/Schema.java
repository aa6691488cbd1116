package org.rolewright.platform.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.List;
import java.util.Map;
import org.rolewright.platform.Refusal.Fault;

/** A JSON Schema (2020-12) of the contract. */
public final class Schema {
  private static final JsonSchemaFactory FACTORY =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
  private static final SchemaValidatorsConfig CONFIG =
      SchemaValidatorsConfig.builder()
          .pathType(PathType.JSON_POINTER)
          .formatAssertionsEnabled(true)
          .build();
  private final JsonSchema schema;

  private Schema(JsonSchema schema) {
    this.schema = schema;
  }

  static Schema of(JsonNode node) {
    return new Schema(FACTORY.getSchema(node, CONFIG));
  }

  /** The faults of a value, each with the place where it stands; empty when it fits. */
  public List<Fault> faults(JsonNode value) {
    return schema.validate(value).stream().map(Schema::fault).toList();
  }

  /** Our own words by keyword; the value that was asked for fills the gap. */
  private static Fault fault(ValidationMessage message) {
    var pointer = message.getInstanceLocation().toString();
    var limit = message.getArguments().length > 0 ? message.getArguments()[0] : "";
    return switch (message.getType()) {
      case "required", "dependentRequired" ->
          new Fault(pointer + "/" + message.getProperty(), "required", Map.of());
      case "additionalProperties", "unevaluatedProperties" ->
          new Fault(pointer + "/" + message.getProperty(), "unknownField", Map.of());
      case "minimum", "exclusiveMinimum" -> new Fault(pointer, "tooSmall", Map.of("limit", limit));
      case "maximum", "exclusiveMaximum" -> new Fault(pointer, "tooLarge", Map.of("limit", limit));
      case "minLength" -> new Fault(pointer, "tooShort", Map.of("limit", limit));
      case "maxLength" -> new Fault(pointer, "tooLong", Map.of("limit", limit));
      case "minItems" -> new Fault(pointer, "tooFew", Map.of("limit", limit));
      case "maxItems" -> new Fault(pointer, "tooMany", Map.of("limit", limit));
      case "enum", "const" -> new Fault(pointer, "notAChoice", Map.of());
      case "type" -> new Fault(pointer, "wrongType", Map.of("limit", limit));
      case "uniqueItems" -> new Fault(pointer, "repeated", Map.of());
      default -> new Fault(pointer, "wrongForm", Map.of());
    };
  }
}
