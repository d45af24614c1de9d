package org.drover.wps.web.health;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import org.drover.wps.admin.BackendState;
import org.drover.wps.admin.Health;
import org.drover.wps.admin.Health.Status;

/**
 * A node's health in the form of MicroProfile Health, which monitors know, with DEGRADED beside UP
 * and DOWN. Anybody may read it, so it does not tell what is wrong with a backend: that may name
 * folders and addresses.
 */
final class HealthJson {

  private final JsonArrayBuilder checks = Json.createArrayBuilder();
  private Status status;

  HealthJson(Health health) {
    status = health.status();
    checks.add(check("database", health.database()));
    health.backends().forEach(it -> checks.add(check(it)));
  }

  /** Adds whether the node answers clients. */
  void addClients(boolean answered) {
    checks.add(check("clients", answered));
    status = answered ? status : Status.DOWN;
  }

  boolean isDown() {
    return status == Status.DOWN;
  }

  JsonObject document() {
    return Json.createObjectBuilder().add("status", status.name()).add("checks", checks).build();
  }

  private static JsonObjectBuilder check(BackendState backend) {
    return check("backend " + backend.name(), backend.isUp())
        .add("data", Json.createObjectBuilder().add("since", backend.since().toString()));
  }

  private static JsonObjectBuilder check(String name, boolean up) {
    return Json.createObjectBuilder().add("name", name).add("status", up ? "UP" : "DOWN");
  }
}
