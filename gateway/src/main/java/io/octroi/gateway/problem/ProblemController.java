package io.octroi.gateway.problem;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what the framework refused: unknown paths, broken requests, our own faults. */
@Controller
class ProblemController implements ErrorController {

  @RequestMapping("${spring.web.error.path:/error}")
  void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    ProblemWriter.write(response, problem(request));
  }

  private static Problem problem(HttpServletRequest request) {
    if (request.getDispatcherType() != DispatcherType.ERROR) {
      return Problem.NOT_FOUND; // someone asked for this page by its name
    }
    return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
        ? Problem.ofStatus(status)
        : Problem.INTERNAL;
  }
}
