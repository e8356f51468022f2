package dev.inkling.app.endpoint;

import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What the server sent, laid out for people. Pictures and long rows of numbers are cut short; who
/// copies it gets all of it.
final class AnswerJson {
  private static final int LONG_TEXT = 60;
  private static final int LONG_ROW = 12;

  /// Of rows of rows two say what they are.
  private static final int LONG_TABLE = 2;

  private static final JsonMapper MAPPER = new JsonMapper();

  private static final DefaultPrettyPrinter LAYOUT =
      new DefaultPrettyPrinter(
          Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER));

  private AnswerJson() {}

  /// All of it.
  static String whole(String json) {
    return laidOut(json, false);
  }

  /// As much as says what it is.
  static String shortened(String json) {
    return laidOut(json, true);
  }

  private static String laidOut(String json, boolean cut) {
    try {
      JsonNode tree = MAPPER.readTree(json);
      return MAPPER.writer().with(LAYOUT).writeValueAsString(cut ? shortened(tree) : tree);
    } catch (JacksonException noJson) {
      return json;
    }
  }

  private static JsonNode shortened(JsonNode node) {
    JsonNodeFactory make = JsonNodeFactory.instance;
    if (node.isString() && node.stringValue().length() > LONG_TEXT) {
      String text = node.stringValue();
      return make.stringNode(text.substring(0, LONG_TEXT / 2) + "… (" + text.length() + ")");
    }
    if (node.isArray()) {
      int most = node.size() > 0 && node.get(0).isArray() ? LONG_TABLE : LONG_ROW;
      ArrayNode row = make.arrayNode();
      for (int i = 0; i < Math.min(node.size(), most); i++) {
        row.add(shortened(node.get(i)));
      }
      if (node.size() > most) {
        row.add("… (" + node.size() + ")");
      }
      return row;
    }
    if (node.isObject()) {
      ObjectNode object = make.objectNode();
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        object.set(field.getKey(), shortened(field.getValue()));
      }
      return object;
    }
    return node;
  }
}
