package org.drover.wps.web.ogcapi.deploy;

import java.util.Optional;
import org.drover.wps.deploy.PackageRefusedException;
import org.drover.wps.web.ogcapi.document.Problem;

/** The one place where a refusal of a package becomes a kind of problem and an HTTP status. */
public final class PackageProblems {

  /** Where Part 2 names its kinds of problems. */
  static final String PART_2 = "http://www.opengis.net/def/exceptions/ogcapi-processes-2/1.0/";

  private PackageProblems() {}

  /** The problem of a refusal. */
  public static Problem of(PackageRefusedException refused) {
    return switch (refused.reason()) {
      case UNKNOWN_MEDIA_TYPE -> problem(PART_2 + "unsupported-media-type", 415, refused);
      case UNREADABLE -> problem(Problem.OWN + "unreadable-request", 400, refused);
      case INVALID -> problem(Problem.OWN + "invalid-package", 422, refused);
      case NO_SUCH_TOOL -> problem(PART_2 + "workflow-not-found", 400, refused);
      case TAKEN -> problem(PART_2 + "duplicated-process", 409, refused);
      case IMMUTABLE -> problem(PART_2 + "immutable-process", 403, refused);
      case TOO_MANY -> problem(Problem.OWN + "too-many-packages", 409, refused);
    };
  }

  private static Problem problem(String type, int status, PackageRefusedException refused) {
    return Problem.of(type, status, refused.getMessage(), Optional.empty());
  }
}
