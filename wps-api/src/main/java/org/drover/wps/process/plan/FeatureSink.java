package org.drover.wps.process.plan;

import java.io.IOException;
import org.drover.wps.process.data.Feature;

/** Where the features of a part are written to, in order. Used by one thread. */
public interface FeatureSink {
  void write(Feature feature) throws IOException;
}
