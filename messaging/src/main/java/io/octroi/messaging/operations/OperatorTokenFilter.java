package io.octroi.messaging.operations;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets in who presents the operators' token. */
final class OperatorTokenFilter extends OncePerRequestFilter {
  private static final String SCHEME = "Bearer ";
  private static final byte[] PROBLEM =
      """
      {"type":"urn:octroi:problem:operator-token-required","title":"Operator token required",\
      "status":401}\
      """
          .getBytes(StandardCharsets.UTF_8);

  private final byte[] token;

  OperatorTokenFilter(String token) {
    this.token = token.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (admits(request.getHeader("Authorization"))) {
      chain.doFilter(request, response);
      return;
    }
    response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    response.setHeader("WWW-Authenticate", "Bearer");
    response.setContentType("application/problem+json");
    response.getOutputStream().write(PROBLEM);
  }

  private boolean admits(@Nullable String authorization) {
    return token.length > 0
        && authorization != null
        && authorization.startsWith(SCHEME)
        && MessageDigest.isEqual(
            token, authorization.substring(SCHEME.length()).getBytes(StandardCharsets.UTF_8));
  }
}
