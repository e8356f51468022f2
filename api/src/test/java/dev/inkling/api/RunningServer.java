package dev.inkling.api;

import dev.inkling.model.serving.ModelStore;
import dev.inkling.model.serving.ShippedModels;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/// Gives a test class a real server with the shipped models on a free port, asked over real HTTP.
final class RunningServer implements ParameterResolver {
  static final String BOUNDARY = "a-form-boundary";

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final JsonMapper JSON = new JsonMapper();

  /// An answer with its body read as JSON, or as one text where it is plain text.
  record Answer(HttpResponse<byte[]> response, JsonNode json) {
    int status() {
      return response.statusCode();
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }
  }

  /// A server and a client of it.
  record Client(InklingServer server, HttpClient http) implements AutoCloseable {
    URI at(String path) {
      return server.address().resolve(path);
    }

    Answer post(String path, String contentType, byte[] body) {
      var request = HttpRequest.newBuilder(at(path)).POST(BodyPublishers.ofByteArray(body));
      return send(contentType.isEmpty() ? request : request.header("Content-Type", contentType));
    }

    Answer get(String path) {
      return send(HttpRequest.newBuilder(at(path)));
    }

    Answer postJson(String path, Object body) {
      byte[] json =
          body instanceof String text
              ? text.getBytes(StandardCharsets.UTF_8)
              : JSON.writeValueAsBytes(body);
      return post(path, "application/json", json);
    }

    Answer postForm(byte[] form) {
      return post("/predict", "multipart/form-data; boundary=" + BOUNDARY, form);
    }

    Answer send(HttpRequest.Builder request) {
      HttpResponse<byte[]> response = sendRaw(request);
      boolean isText =
          response.headers().firstValue("Content-Type").orElse("").startsWith("text/plain");
      return new Answer(
          response,
          isText
              ? StringNode.valueOf(new String(response.body(), StandardCharsets.UTF_8))
              : JSON.readTree(response.body()));
    }

    HttpResponse<byte[]> sendRaw(HttpRequest.Builder request) {
      try {
        return http.send(
            request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofByteArray());
      } catch (IOException broken) {
        throw new AssertionError("The server broke the connection", broken);
      } catch (InterruptedException stopped) {
        throw new AssertionError(stopped);
      }
    }

    @Override
    public void close() {
      http.close();
      server.close();
    }
  }

  static Client start(ModelStore store) {
    return start(ServerOptions.defaults().withPort(0), store);
  }

  static Client start(ServerOptions options) {
    return start(options, ShippedModels.store());
  }

  private static Client start(ServerOptions options, ModelStore store) {
    return new Client(InklingServer.start(options, store), HttpClient.newHttpClient());
  }

  /// A form with one file in it.
  static byte[] form(String field, byte[] content) {
    return form(field, List.of(content));
  }

  /// A form with many files in fields of one name.
  static byte[] form(String field, List<byte[]> contents) {
    return form(contents.stream().map(content -> Map.entry(field, content)).toList());
  }

  /// A form with a file and another field.
  static byte[] form(String field, byte[] content, String otherField, byte[] other) {
    return form(List.of(Map.entry(field, content), Map.entry(otherField, other)));
  }

  private static byte[] form(List<Map.Entry<String, byte[]>> fields) {
    var form = new ByteArrayOutputStream();
    for (Map.Entry<String, byte[]> field : fields) {
      form.writeBytes(
          ("--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"x.png\"\r\n"
                  + "Content-Type: image/png\r\n\r\n")
              .formatted(BOUNDARY, field.getKey())
              .getBytes(StandardCharsets.US_ASCII));
      form.writeBytes(field.getValue());
      form.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }
    form.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
    return form.toByteArray();
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Client.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    // The store closes it when the test class has ended.
    return context
        .getParent()
        .orElse(context)
        .getStore(ExtensionContext.Namespace.create(RunningServer.class))
        .computeIfAbsent("client", key -> start(ShippedModels.store()), Client.class);
  }
}
