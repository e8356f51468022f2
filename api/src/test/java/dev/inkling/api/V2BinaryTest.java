package dev.inkling.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.api.RunningServer.Client;
import dev.inkling.model.ink.Glyph;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Tensors behind the JSON, as Triton's clients send and want them.
@ExtendWith(RunningServer.class)
class V2BinaryTest {
  private static final String INFER = "/v2/models/robust/infer";
  private static final String JSON_LENGTH = "Inference-Header-Content-Length";
  private static final JsonMapper JSON = new JsonMapper();
  private static final float[] TWO = GlyphJson.of(2).flat();
  private static final float[] SEVEN = GlyphJson.of(7).flat();

  @Test
  void aBatchInBinaryIsReadAsOneInNumbers(Client client) {
    byte[] tensor = bytes(V2Datatype.FP32, TWO, SEVEN);

    JsonNode binary = json(post(client, request("FP32", 2, tensor.length), tensor));

    JsonNode listed = client.postJson(INFER, listed(2, List.of(TWO, SEVEN))).json();
    assertThat(binary).isEqualTo(listed);
    assertThat(binary.at("/outputs/2/data").toString()).isEqualTo("[2,7]");
  }

  @ParameterizedTest
  @EnumSource(V2Datatype.class)
  void eachDatatypeIsTaken(V2Datatype datatype, Client client) {
    float[] bitmap = SEVEN.clone();
    for (int i = 0; i < bitmap.length; i++) {
      bitmap[i] = Math.round(bitmap[i]);
    }
    byte[] tensor = bytes(datatype, bitmap);

    JsonNode answer = json(post(client, request(datatype.name(), 1, tensor.length), tensor));

    assertThat(answer.at("/outputs/2/data").toString()).isEqualTo("[7]");
  }

  @Test
  void allOutputsComeInBinaryIfTheRequestSaysSo(Client client) {
    byte[] tensor = bytes(V2Datatype.FP32, TWO, SEVEN);
    Map<String, Object> request = request("FP32", 2, tensor.length);
    request.put("id", "job 17");
    request.put("parameters", Map.of("binary_data_output", true));

    HttpResponse<byte[]> response = post(client, request, tensor);

    assertThat(response.headers().firstValue("Content-Type")).contains("application/octet-stream");
    JsonNode answer = json(response);
    assertThat(answer.get("id").asString()).isEqualTo("job 17");
    assertThat(answer.get("outputs").valueStream().map(JsonNode::propertyNames))
        .allSatisfy(
            members ->
                assertThat(members).containsExactly("name", "datatype", "shape", "parameters"));
    assertThat(
            answer
                .get("outputs")
                .valueStream()
                .map(output -> output.at("/parameters/binary_data_size").asInt()))
        .containsExactly(80, 8, 16);
    ByteBuffer behind = behind(response);
    assertThat(behind.remaining()).isEqualTo(80 + 8 + 16);
    JsonNode listed = json(post(client, request("FP32", 2, tensor.length), tensor));
    for (int i = 0; i < 20; i++) {
      assertThat((double) behind.getFloat())
          .isCloseTo(listed.at("/outputs/0/data/" + i).asDouble(), within(1e-6));
    }
    for (int i = 0; i < 2; i++) {
      assertThat((double) behind.getFloat())
          .isCloseTo(listed.at("/outputs/1/data/" + i).asDouble(), within(1e-6));
    }
    assertThat(behind.getLong()).isEqualTo(2);
    assertThat(behind.getLong()).isEqualTo(7);
  }

  @Test
  void anOutputMaySayOtherwiseThanTheRequest(Client client) {
    byte[] tensor = bytes(V2Datatype.FP32, TWO);
    Map<String, Object> request = request("FP32", 1, tensor.length);
    request.put("parameters", Map.of("binary_data_output", true));
    request.put(
        "outputs",
        List.of(
            Map.of("name", "digit"),
            Map.of("name", "digitness", "parameters", Map.of("binary_data", false))));

    HttpResponse<byte[]> response = post(client, request, tensor);

    assertThat(json(response).at("/outputs/0").has("data")).isFalse();
    assertThat(json(response).at("/outputs/1/data")).hasSize(1);
    assertThat(behind(response).getLong()).isEqualTo(2);
  }

  @Test
  void numbersMayBeAnsweredInBinaryToo(Client client) {
    Map<String, Object> request = listed(1, TWO);
    request.put(
        "outputs", List.of(Map.of("name", "digit", "parameters", Map.of("binary_data", true))));

    HttpResponse<byte[]> response = post(client, request, new byte[0]);

    assertThat(behind(response).getLong()).isEqualTo(2);
  }

  static Stream<Arguments> malformed() {
    byte[] tensor = bytes(V2Datatype.FP32, TWO);
    float[] noInk = TWO.clone();
    noInk[5] = Float.NaN;
    Map<String, Object> good = request("FP32", 1, tensor.length);
    Map<String, Object> both = input("FP32", 1, tensor.length);
    both.put("data", TWO);
    Map<String, Object> silent = input("FP32", 1, tensor.length);
    silent.remove("parameters");
    return Stream.of(
        Arguments.of(good, Arrays.copyOf(tensor, tensor.length - 4)),
        Arguments.of(good, Arrays.copyOf(tensor, tensor.length + 1)),
        Arguments.of(good, new byte[0]),
        Arguments.of(good, bytes(V2Datatype.FP32, noInk)),
        Arguments.of(request("FP32", 1, tensor.length - 1), tensor),
        Arguments.of(request("FP64", 1, tensor.length), tensor),
        Arguments.of(request("FP32", 2, tensor.length), tensor),
        Arguments.of(request("BYTES", 1, tensor.length), tensor),
        Arguments.of(of(both), tensor),
        Arguments.of(of(silent), tensor),
        Arguments.of(of(input("FP32", 1, "all")), tensor),
        Arguments.of(of(input("FP32", 1, -1)), tensor),
        Arguments.of(with(good, "parameters", Map.of("binary_data_output", 1)), tensor),
        Arguments.of(
            with(
                good,
                "outputs",
                List.of(Map.of("name", "digit", "parameters", Map.of("binary_data", "yes")))),
            tensor),
        Arguments.of(
            with(good, "outputs", List.of(Map.of("name", "digit", "parameters", 7))), tensor));
  }

  @ParameterizedTest
  @MethodSource("malformed")
  void whatDoesNotFitIsToldWhy(Map<String, Object> request, byte[] tensor, Client client) {
    assertRefused(post(client, request, tensor));
  }

  @Test
  void aLengthOfTheJsonThatIsNoneIsToldWhy(Client client) {
    byte[] tensor = bytes(V2Datatype.FP32, TWO);
    byte[] json = JSON.writeValueAsBytes(request("FP32", 1, tensor.length));
    int all = json.length + tensor.length;
    for (String length :
        List.of("", "x", "-1", "0", "1", "1e2", "99999999999", String.valueOf(all + 1))) {
      assertRefused(post(client, length, json, tensor));
    }
  }

  private static void assertRefused(HttpResponse<byte[]> response) {
    String body = new String(response.body(), StandardCharsets.UTF_8);
    assertThat(response.statusCode()).as(body).isEqualTo(400);
    assertThat(JSON.readTree(body).get("error").asString()).endsWith(".").hasSizeLessThan(250);
  }

  private static Map<String, Object> request(String datatype, int glyphs, Object size) {
    return of(input(datatype, glyphs, size));
  }

  private static Map<String, Object> listed(int glyphs, Object data) {
    return of(
        Map.of("name", "glyph", "datatype", "FP32", "shape", List.of(glyphs, 784), "data", data));
  }

  private static Map<String, Object> of(Map<String, Object> input) {
    var request = new HashMap<String, Object>();
    request.put("inputs", List.of(input));
    return request;
  }

  private static Map<String, Object> input(String datatype, int glyphs, Object size) {
    var input = new HashMap<String, Object>();
    input.put("name", "glyph");
    input.put("datatype", datatype);
    input.put("shape", List.of(glyphs, 784));
    input.put("parameters", Map.of("binary_data_size", size));
    return input;
  }

  private static Map<String, Object> with(
      Map<String, Object> request, String member, Object value) {
    var changed = new HashMap<>(request);
    changed.put(member, value);
    return changed;
  }

  private static byte[] bytes(V2Datatype datatype, float[]... glyphs) {
    ByteBuffer bytes =
        ByteBuffer.allocate(glyphs.length * Glyph.PIXELS * datatype.size())
            .order(ByteOrder.LITTLE_ENDIAN);
    for (float[] glyph : glyphs) {
      for (float value : glyph) {
        switch (datatype) {
          case FP16 -> bytes.putShort(Float.floatToFloat16(value));
          case FP32 -> bytes.putFloat(value);
          case FP64 -> bytes.putDouble(value);
          case INT8, UINT8 -> bytes.put((byte) value);
          case INT16, UINT16 -> bytes.putShort((short) value);
          case INT32, UINT32 -> bytes.putInt((int) value);
          case INT64, UINT64 -> bytes.putLong((long) value);
        }
      }
    }
    return bytes.array();
  }

  private static HttpResponse<byte[]> post(
      Client client, Map<String, Object> request, byte[] tensor) {
    byte[] json = JSON.writeValueAsBytes(request);
    return post(client, String.valueOf(json.length), json, tensor);
  }

  private static HttpResponse<byte[]> post(
      Client client, String length, byte[] json, byte[] tensor) {
    var body = new ByteArrayOutputStream();
    body.writeBytes(json);
    body.writeBytes(tensor);
    return client.sendRaw(
        HttpRequest.newBuilder(client.at(INFER))
            .header("Content-Type", "application/octet-stream")
            .header(JSON_LENGTH, length)
            .POST(BodyPublishers.ofByteArray(body.toByteArray())));
  }

  private static int length(HttpResponse<byte[]> response) {
    assertThat(response.statusCode())
        .as(new String(response.body(), StandardCharsets.UTF_8))
        .isEqualTo(200);
    return response
        .headers()
        .firstValue(JSON_LENGTH)
        .map(Integer::parseInt)
        .orElse(response.body().length);
  }

  private static JsonNode json(HttpResponse<byte[]> response) {
    return JSON.readTree(response.body(), 0, length(response));
  }

  private static ByteBuffer behind(HttpResponse<byte[]> response) {
    int json = length(response);
    return ByteBuffer.wrap(response.body(), json, response.body().length - json)
        .slice()
        .order(ByteOrder.LITTLE_ENDIAN);
  }
}
