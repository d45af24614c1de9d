package org.drover.wps.web.ogcapi.document;

import java.util.Optional;

/** A request that cannot be answered as wished; carries the problem to tell. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public ProblemException(Problem problem) {
    super(problem.detail());
    this.problem = problem;
  }

  public ProblemException(Problem problem, Throwable cause) {
    super(problem.detail(), cause);
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }

  /** A parameter of the query has a value that cannot be. */
  public static ProblemException invalidQuery(String parameter, String detail) {
    return new ProblemException(
        Problem.of(
            Problem.OGC + "invalid-query-parameter-value", 400, detail, Optional.of(parameter)));
  }

  /** The body of the request cannot be read. */
  public static ProblemException unreadable(String detail) {
    return new ProblemException(
        Problem.of(Problem.OWN + "unreadable-request", 400, detail, Optional.empty()));
  }
}
