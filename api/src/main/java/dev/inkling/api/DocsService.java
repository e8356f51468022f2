package dev.inkling.api;

import io.helidon.common.media.type.MediaTypes;
import io.helidon.http.HeaderNames;
import io.helidon.http.PathMatchers;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.staticcontent.ClasspathHandlerConfig;
import io.helidon.webserver.staticcontent.StaticContentFeature;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/// `/docs`: Swagger UI over `/openapi`, from the jar, so that it works without a network.
final class DocsService implements HttpService {
  static final String PATH = "/docs";

  private static final String VERSION_FILE =
      "/META-INF/maven/org.webjars/swagger-ui/pom.properties";

  private static final Pattern RANGES =
      Pattern.compile(
          "bytes=(\\d{1,18}-\\d{0,18}|-\\d{1,18})(, *(\\d{1,18}-\\d{0,18}|-\\d{1,18}))*");

  private final byte[] initializer = resource("swagger-initializer.js");

  @Override
  public void routing(HttpRules rules) {
    var content =
        ClasspathHandlerConfig.builder()
            .location("META-INF/resources/webjars/swagger-ui/" + swaggerVersion())
            .welcome("index.html")
            // Helidon copies what it finds in jars to the folder for temporary files, unless told.
            .temporaryStorage(storage -> storage.enabled(false))
            .build();
    rules
        .get(
            "/swagger-initializer.js",
            (request, response) -> {
              response.headers().contentType(MediaTypes.create("text/javascript"));
              response.send(initializer);
            })
        .get("/", DocsService::addSlash)
        .any(DocsService::checkRange)
        .route(Refusals.BUT_GET, PathMatchers.any(), Refusals.only("GET"))
        .register("/", StaticContentFeature.createService(content));
  }

  /// Helidon takes what is no range at all for a failure of its own.
  private static void checkRange(ServerRequest request, ServerResponse response) {
    Optional<String> range = request.headers().first(HeaderNames.RANGE);
    if (range.isPresent() && !RANGES.matcher(range.get()).matches()) {
      throw new Refusal(
          Status.BAD_REQUEST_400, "The Range is malformed: leave it out, or send bytes=0-99.");
    }
    response.next();
  }

  /// The page names its scripts without a path, so its own has to end like a folder's.
  private static void addSlash(ServerRequest request, ServerResponse response) {
    if (request.prologue().uriPath().path().endsWith("/")) {
      response.next();
    } else {
      response
          .status(Status.TEMPORARY_REDIRECT_307)
          .header(HeaderNames.LOCATION, PATH + "/")
          .send();
    }
  }

  /// The jar's folder carries its version, which only the parent pom knows.
  private static String swaggerVersion() {
    var properties = new Properties();
    try (InputStream stream =
        Objects.requireNonNull(DocsService.class.getResourceAsStream(VERSION_FILE))) {
      properties.load(stream);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return properties.getProperty("version");
  }

  private static byte[] resource(String name) {
    try (InputStream stream = Objects.requireNonNull(DocsService.class.getResourceAsStream(name))) {
      return stream.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
