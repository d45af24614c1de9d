package com.example.hello;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.drover.wps.process.Execution;
import org.drover.wps.process.data.Feature;
import org.drover.wps.process.data.FeatureCollection;
import org.drover.wps.process.plan.Items;
import org.drover.wps.process.plan.PlanRunner;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

class EnvelopesTest {

  @Test
  void aLineBecomesABox() throws Exception {
    Coordinate[] line = {new Coordinate(0, 0), new Coordinate(2, 1)};
    Feature feature = new Feature("a", new GeometryFactory().createLineString(line), Map.of());
    FeatureCollection features = FeatureCollection.of("OGC:CRS84", List.of(feature));

    Envelopes.Out out =
        PlanRunner.run(new Envelopes().plan(new Envelopes.In(features, 1)), Execution.none());

    try (Items<Feature> items = out.result().readFrom(0)) {
      assertEquals(2.0, items.next().geometry().getArea());
    }
  }
}
