package org.rolewright.platform.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The published contract: one OpenAPI 3.1 document, joined from one file a stage. A file holds
 * {@code paths} and {@code components}; names are shared by all files and may not repeat.
 */
public final class Contract {
  /** The files, in the order of the river. */
  public static final List<String> FILES =
      List.of(
          "openapi",
          "platform",
          "access",
          "study",
          "workshop",
          "survey",
          "analysis",
          "blueprint",
          "library",
          "itembank",
          "itemreview",
          "itemwriting",
          "form",
          "comparison",
          "assembly",
          "judging",
          "standard",
          "eligibility",
          "accommodation",
          "candidacy",
          "rehearsal",
          "delivery",
          "proctoring",
          "submission",
          "marking",
          "scoring",
          "impact",
          "result",
          "fairness",
          "credential",
          "certificate",
          "report",
          "formreport",
          "export",
          "lineage");

  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private final ObjectNode document;
  private final Map<String, Operation> operations = new LinkedHashMap<>();

  private Contract(ObjectNode document) {
    this.document = document;
    readOperations();
  }

  /** Reads the files from the class path. */
  public static Contract load() {
    var joined = YAML.createObjectNode();
    for (var file : FILES) {
      try (var in = Contract.class.getResourceAsStream("/api/" + file + ".yaml")) {
        if (in != null) join(joined, (ObjectNode) YAML.readTree(in), file);
      } catch (IOException e) {
        throw new UncheckedIOException("api/" + file + ".yaml", e);
      }
    }
    return new Contract(joined);
  }

  private static void join(ObjectNode into, ObjectNode part, String file) {
    part.properties()
        .forEach(field -> {
          var there = into.get(field.getKey());
          if (there == null) into.set(field.getKey(), field.getValue());
          else if (there instanceof ObjectNode object
              && field.getValue() instanceof ObjectNode more) join(object, more, file);
          else if (there instanceof ArrayNode array && field.getValue() instanceof ArrayNode more)
            array.addAll(more);
          else throw new IllegalStateException(file + ".yaml repeats " + field.getKey());
        });
  }

  /** The whole document, as it is published. */
  public String json() {
    return document.toString();
  }

  public JsonNode document() {
    return document;
  }

  /** All operations by their id. */
  public Map<String, Operation> operations() {
    return operations;
  }

  public Operation operation(String id) {
    return Optional.ofNullable(operations.get(id))
        .orElseThrow(() -> new IllegalArgumentException("the contract has no operation " + id));
  }

  private void readOperations() {
    document
        .path("paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .properties()
                .forEach(method -> {
                  var node = method.getValue();
                  if (!node.has("operationId")) return;
                  var operation = operation(path.getKey(), method.getKey(), node);
                  if (operations.put(operation.id(), operation) != null)
                    throw new IllegalStateException("operation twice: " + operation.id());
                }));
  }

  private Operation operation(String path, String method, JsonNode node) {
    var parameters = new ArrayList<Operation.Parameter>();
    for (var raw : node.path("parameters")) {
      var parameter = resolved(raw);
      parameters.add(
          new Operation.Parameter(
              parameter.get("name").asText(),
              parameter.get("in").asText(),
              parameter.path("required").asBoolean(false),
              parameter.path("schema").path("type").asText("string"),
              Schema.of(resolved(parameter.get("schema")))));
    }
    return new Operation(
        node.get("operationId").asText(),
        method,
        path,
        List.copyOf(parameters),
        body(node.path("requestBody")),
        node.path("x-max-bytes").asInt(1_000_000),
        node.has("security") && node.get("security").isEmpty(),
        node.path("x-unlogged").asBoolean(false),
        answers(node.path("responses")));
  }

  private Optional<Operation.Body> body(JsonNode node) {
    var content = node.path("content").properties();
    if (content.isEmpty()) return Optional.empty();
    var first = content.iterator().next();
    var isJson = first.getKey().equals("application/json");
    return Optional.of(
        new Operation.Body(
            first.getKey(),
            node.path("required").asBoolean(true),
            isJson
                ? Optional.of(Schema.of(resolved(first.getValue().get("schema"))))
                : Optional.empty()));
  }

  private Map<String, Optional<Schema>> answers(JsonNode responses) {
    var answers = new LinkedHashMap<String, Optional<Schema>>();
    responses
        .properties()
        .forEach(entry -> {
          var json = resolved(entry.getValue()).path("content").path("application/json");
          answers.put(
              entry.getKey(),
              json.has("schema")
                  ? Optional.of(Schema.of(resolved(json.get("schema"))))
                  : Optional.empty());
        });
    return answers;
  }

  /** A copy in which every {@code $ref} is replaced by what it names. */
  private JsonNode resolved(JsonNode node) {
    return resolved(node, 0);
  }

  private JsonNode resolved(JsonNode node, int depth) {
    if (depth > 40) throw new IllegalStateException("a schema refers to itself");
    if (node.has("$ref")) {
      var named = document.at(node.get("$ref").asText().substring(1));
      if (named.isMissingNode())
        throw new IllegalStateException("nothing at " + node.get("$ref").asText());
      return resolved(named, depth + 1);
    }
    if (node instanceof ObjectNode object) {
      var copy = YAML.createObjectNode();
      object
          .properties()
          .forEach(field -> copy.set(field.getKey(), resolved(field.getValue(), depth + 1)));
      return copy;
    }
    if (node instanceof ArrayNode array) {
      var copy = YAML.createArrayNode();
      array.forEach(element -> copy.add(resolved(element, depth + 1)));
      return copy;
    }
    return node;
  }
}
