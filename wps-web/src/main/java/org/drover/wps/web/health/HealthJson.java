package org.drover.wps.web.health;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import org.drover.wps.admin.EngineState;
import org.drover.wps.admin.Health;

/**
 * A node's health in the form of MicroProfile Health, which monitors know. Anybody may read it, so
 * it does not tell what is wrong with an engine: that may name folders and addresses.
 */
final class HealthJson {

  private HealthJson() {}

  static JsonObject of(Health health) {
    JsonArrayBuilder checks = Json.createArrayBuilder();
    checks.add(check("database", health.database()));
    health.engines().forEach(it -> checks.add(check(it)));
    return Json.createObjectBuilder()
        .add("status", health.status().name())
        .add("checks", checks)
        .build();
  }

  private static JsonObjectBuilder check(EngineState engine) {
    return check("backend " + engine.name(), engine.isUp())
        .add("data", Json.createObjectBuilder().add("since", engine.since().toString()));
  }

  private static JsonObjectBuilder check(String name, boolean up) {
    return Json.createObjectBuilder().add("name", name).add("status", up ? "UP" : "DOWN");
  }
}
