package dev.inkling.api;

import io.helidon.webserver.cors.CorsConfig;
import io.helidon.webserver.cors.CorsFeature;
import io.helidon.webserver.cors.CorsPathConfig;
import java.time.Duration;
import java.util.Set;

/// Tells browsers that certain pages elsewhere may ask this server and read its answers.
final class Cors {
  private Cors() {}

  static CorsFeature allowing(Set<String> origins) {
    return CorsConfig.builder()
        .pathsDiscoverServices(false)
        .addDefaults(false)
        .addPath(
            CorsPathConfig.builder()
                .pathPattern("/*")
                .allowOrigins(origins)
                .allowMethods(Set.of("GET", "HEAD", "POST"))
                .allowHeaders(Set.of("Authorization", "Content-Type", "X-Request-Id"))
                .exposeHeaders(Set.of("X-Request-Id", "Retry-After"))
                .allowCredentials(false)
                .maxAge(Duration.ofHours(1))
                .build())
        .build();
  }
}
