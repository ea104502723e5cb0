package io.octroi.gateway.intake;

import io.octroi.gateway.problem.Problem;
import io.octroi.gateway.problem.ProblemWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

/** What a caller is told. */
sealed interface Answer {

  void write(HttpServletResponse response) throws IOException;

  /** How metrics call it. */
  default String outcome() {
    return switch (this) {
      case Accepted _ -> "accepted";
      case Refused _, WrongMethod _ -> "rejected";
      case Later(var problem, var _) ->
          problem == Problem.TOO_MANY_REJECTIONS ? "limited" : "unavailable";
      case Closed _ -> "unreadable";
      case Present _ -> "present";
    };
  }

  /** The broker has it. Nothing more to say. */
  record Accepted() implements Answer {
    @Override
    public void write(HttpServletResponse response) {
      response.setStatus(HttpServletResponse.SC_ACCEPTED);
      response.setContentLength(0);
    }
  }

  /**
   * A problem.
   *
   * @param reason what the caller can mend; empty if that is not for it to know
   */
  record Refused(Problem problem, String reason) implements Answer {
    Refused(Problem problem) {
      this(problem, "");
    }

    @Override
    public void write(HttpServletResponse response) throws IOException {
      ProblemWriter.write(response, problem, reason);
    }
  }

  /** A problem that goes away by waiting. */
  record Later(Problem problem, Duration retryAfter) implements Answer {
    @Override
    public void write(HttpServletResponse response) throws IOException {
      long seconds = Math.max(1, retryAfter.plusMillis(999).toSeconds());
      response.setHeader("Retry-After", Long.toString(seconds));
      ProblemWriter.write(response, problem);
    }
  }

  /** A problem after which the rest of the request is of no interest. */
  record Closed(Problem problem) implements Answer {
    @Override
    public void write(HttpServletResponse response) throws IOException {
      response.setHeader("Connection", "close");
      ProblemWriter.write(response, problem);
    }
  }

  /** Somebody is here. */
  record Present() implements Answer {
    @Override
    public void write(HttpServletResponse response) {
      response.setStatus(HttpServletResponse.SC_OK);
      response.setContentLength(0);
    }
  }

  /**
   * Nothing is sent here that way.
   *
   * @param allowed the methods that would do
   */
  record WrongMethod(Set<String> allowed) implements Answer {
    @Override
    public void write(HttpServletResponse response) throws IOException {
      response.setHeader("Allow", String.join(", ", new TreeSet<>(allowed)));
      ProblemWriter.write(response, Problem.METHOD_NOT_ALLOWED);
    }
  }
}
