package io.octroi.operations.access;

import io.octroi.operations.answer.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets in who presents an operator's token, and says who it is. */
public final class OperatorFilter extends OncePerRequestFilter {
  /** The request attribute that holds the {@link Operator}. */
  public static final String OPERATOR = "io.octroi.operations.operator";

  private static final String SCHEME = "Bearer ";

  private final Operators operators;

  OperatorFilter(Operators operators) {
    this.operators = operators;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<Operator> operator = caller(request.getHeader("Authorization"));
    if (operator.isPresent()) {
      request.setAttribute(OPERATOR, operator.get());
      chain.doFilter(request, response);
      return;
    }
    response.setHeader("WWW-Authenticate", "Bearer");
    Problems.write(
        new ServletServerHttpResponse(response),
        HttpStatus.UNAUTHORIZED,
        "operator-token-required",
        "Operator token required");
  }

  private Optional<Operator> caller(@Nullable String authorization) {
    return authorization != null && authorization.startsWith(SCHEME)
        ? operators.identify(authorization.substring(SCHEME.length()))
        : Optional.empty();
  }
}
