package dev.inkling.api;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The API's own description, strictly read: an object may have only the members that are
/// described.
record OpenApiDocument(JsonNode root) {
  /// One method of one path.
  record Operation(String path, String method, JsonNode node) {
    TreeSet<Integer> statuses() {
      var statuses = new TreeSet<Integer>();
      node.get("responses").propertyNames().forEach(name -> statuses.add(Integer.valueOf(name)));
      return statuses;
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  static OpenApiDocument read() {
    try (InputStream stream =
        Objects.requireNonNull(
            OpenApiDocument.class.getResourceAsStream("/META-INF/openapi.yaml"))) {
      JsonNode root = new YAMLMapper().readTree(stream);
      close(root);
      return new OpenApiDocument(root);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static void close(JsonNode node) {
    if (node instanceof ObjectNode object
        && object.path("properties").isObject()
        && !object.has("additionalProperties")) {
      object.put("additionalProperties", false);
    }
    node.forEach(OpenApiDocument::close);
  }

  List<Operation> operations() {
    var operations = new ArrayList<Operation>();
    root.get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method ->
                            operations.add(
                                new Operation(
                                    path.getKey(),
                                    method.getKey().toUpperCase(java.util.Locale.ROOT),
                                    method.getValue()))));
    return operations;
  }

  /// What a `$ref` refers to, or the node itself.
  JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? root.at(node.get("$ref").asString().substring(1)) : node;
  }

  /// What is wrong with a value; nothing if it is as the schema says.
  List<String> complaints(JsonNode schema, JsonNode value) {
    var whole = (ObjectNode) schema.deepCopy();
    whole.set("components", root.get("components"));
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(whole)
        .validate(value)
        .stream()
        .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
        .toList();
  }
}
