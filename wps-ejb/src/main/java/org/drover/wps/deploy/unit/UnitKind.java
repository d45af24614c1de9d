package org.drover.wps.deploy.unit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import org.drover.wps.deploy.cwl.CwlDocument;

/** The forms a package, or the execution unit in it, can have. */
public enum UnitKind {
  /** An OGC Application Package (20-044 §7). */
  OGC_PACKAGE("application/ogcapppkg(\\+json)?"),
  /** A CWL document (20-044 §8). */
  CWL("application/cwl(\\+(json|yaml))?"),
  /** A command file of this server. */
  COMMAND("application/vnd\\.drover\\.command\\+(json|yaml)");

  private final String mediaTypes;

  /**
   * @param mediaTypes matches those it is sent as
   */
  UnitKind(String mediaTypes) {
    this.mediaTypes = mediaTypes;
  }

  /**
   * The form a media type stands for.
   *
   * @param mediaType with or without parameters
   */
  public static Optional<UnitKind> of(String mediaType) {
    String plain = mediaType.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
    for (UnitKind each : values()) {
      if (plain.matches(each.mediaTypes)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  /** The form of a unit whose media type says nothing of use. */
  static UnitKind guess(JsonNode root) {
    return CwlDocument.isOne(root) ? CWL : COMMAND;
  }
}
