package org.drover.wps.it.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Authenticator;
import java.net.HttpURLConnection;
import java.net.PasswordAuthentication;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The management interface of a server: what the console and the CLI speak to. */
public final class Management {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI address;
  private final Authenticator login;

  Management(URI address, String user, String password) {
    this.address = address.resolve("/management");
    this.login =
        new Authenticator() {
          @Override
          protected PasswordAuthentication getPasswordAuthentication() {
            return new PasswordAuthentication(user, password.toCharArray());
          }
        };
  }

  /** How many threads of a managed executor, such as {@code wps-short}, are at work. */
  public int activeThreads(String executor) {
    return attribute("active-thread-count", "subsystem", "ee", "managed-executor-service", executor)
        .asInt();
  }

  /** An attribute, run-time ones included. */
  public JsonNode attribute(String name, String... path) {
    ObjectNode operation = operation("read-attribute", path);
    operation.put("name", name);
    return run(operation);
  }

  /** Sets a system property, and with it a setting that is read live. */
  public void setProperty(String name, String value) {
    removeProperty(name);
    run(operation("add", "system-property", name).put("value", value));
  }

  /** Removes a system property, if it is there. */
  public void removeProperty(String name) {
    if (listProperties().contains(name)) {
      run(operation("remove", "system-property", name));
    }
  }

  private List<String> listProperties() {
    List<String> names = new ArrayList<>();
    run(operation("read-children-names").put("child-type", "system-property"))
        .forEach(it -> names.add(it.asText()));
    return names;
  }

  /** Suspends the server, as {@code :suspend} does, and waits for its work for so long. */
  public void suspend(int seconds) {
    ObjectNode operation = operation("suspend");
    operation.put("suspend-timeout", seconds);
    run(operation);
  }

  /** Lets a suspended server work again. */
  public void resume() {
    run(operation("resume"));
  }

  /** Gives a setting another value, whether it was set so before or not. */
  public void set(String setting, String value) {
    ObjectNode names = operation("read-children-names");
    names.put("child-type", "system-property");
    boolean known = false;
    for (JsonNode each : run(names)) {
      known |= each.asText().equals(setting);
    }
    ObjectNode change = operation(known ? "write-attribute" : "add", "system-property", setting);
    if (known) {
      change.put("name", "value");
    }
    change.put("value", value);
    run(change);
  }

  private static ObjectNode operation(String name, String... path) {
    ObjectNode operation = JSON.createObjectNode();
    operation.put("operation", name);
    ArrayNode steps = operation.putArray("address");
    for (int i = 0; i < path.length; i += 2) {
      steps.addObject().put(path[i], path[i + 1]);
    }
    return operation;
  }

  private JsonNode run(ObjectNode operation) {
    try {
      HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
      connection.setAuthenticator(login);
      connection.setRequestMethod("POST");
      connection.setRequestProperty("Content-Type", "application/json");
      connection.setDoOutput(true);
      connection.setConnectTimeout(10_000);
      connection.setReadTimeout(60_000);
      connection.getOutputStream().write(operation.toString().getBytes(StandardCharsets.UTF_8));
      try (InputStream in =
          connection.getResponseCode() < 400
              ? connection.getInputStream()
              : connection.getErrorStream()) {
        JsonNode answer = JSON.readTree(in);
        if (!"success".equals(answer.path("outcome").asText())) {
          throw new IllegalStateException(operation + " failed: " + answer);
        }
        return answer.path("result");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
