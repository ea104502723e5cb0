package io.octroi.gateway.problem;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/** The headers of every answer, whoever in the server gives it. */
final class SecurityHeaders {
  private final Map<String, String> headers = new LinkedHashMap<>();

  SecurityHeaders(HeaderProperties properties) {
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Cache-Control", "no-store");
    headers.put("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    headers.put("Referrer-Policy", "no-referrer");
    headers.put("X-Frame-Options", "DENY");
    if (properties.hstsMaxAge().isPositive()) {
      long seconds = properties.hstsMaxAge().toSeconds();
      headers.put("Strict-Transport-Security", "max-age=" + seconds + "; includeSubDomains");
    }
  }

  void apply(HttpServletResponse response) {
    headers.forEach(response::setHeader);
  }
}
