package org.drover.wps.processes.geometry;

import org.drover.wps.process.InvalidInputException;
import org.drover.wps.process.data.FeatureCollection;
import org.drover.wps.processes.crs.Crs;

/** Looks up coordinate reference systems named by inputs. */
public final class CollectionCrs {

  private CollectionCrs() {}

  /**
   * The system of a collection.
   *
   * @param input identifier of the input the collection came in
   */
  public static Crs of(FeatureCollection features, String input) {
    return named(features.crs(), input);
  }

  /**
   * The system of that name.
   *
   * @throws InvalidInputException if there is none
   */
  public static Crs named(String name, String input) {
    return Crs.find(name)
        .orElseThrow(
            () ->
                new InvalidInputException(
                    input,
                    "The CRS '"
                        + name
                        + "' is not known. Use a code of the EPSG list, such as EPSG:3857, or"
                        + " OGC:CRS84."));
  }
}
