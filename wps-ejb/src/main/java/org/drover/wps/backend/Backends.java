package org.drover.wps.backend;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.drover.wps.config.Setting;

/** The engines there are, and which carries out what. */
@ApplicationScoped
public class Backends {

  /** Work is done by a thread of the server itself. */
  public static final String LOCAL = "local";

  /**
   * Where work is carried out: {@code PROCESS=BACKEND} and {@code queue:QUEUE=BACKEND}, separated
   * by commas. What is said of a process counts more than what is said of its queue, and that more
   * than what the process says of itself.
   */
  static final Setting<String> CHOICES = Setting.text("drover.backends", "");

  private static final String QUEUE = "queue:";

  private final List<Backend> all;

  /** For the container's proxy. */
  protected Backends() {
    this(List.of());
  }

  @Inject
  Backends(@Any Instance<Backend> all) {
    this(all.stream().toList());
  }

  public Backends(List<Backend> all) {
    this.all = List.copyOf(all);
  }

  public List<Backend> list() {
    return all;
  }

  /** The engine of a name, if there is one; none for {@link #LOCAL}. */
  public Optional<Backend> find(String name) {
    return all.stream().filter(it -> it.name().equals(name)).findFirst();
  }

  /**
   * Name of the backend for the work of a process in a queue.
   *
   * @param own what the process says of itself
   */
  public String choose(String process, String queue, String own) {
    return choose(CHOICES.get(), process, queue, own);
  }

  static String choose(String choices, String process, String queue, String own) {
    Map<String, String> chosen =
        Arrays.stream(choices.split(",", -1))
            .map(it -> it.strip().split("=", 2))
            .filter(it -> it.length == 2)
            .collect(Collectors.toMap(it -> it[0].strip(), it -> it[1].strip(), (a, b) -> b));
    return Optional.ofNullable(chosen.get(process))
        .or(() -> Optional.ofNullable(chosen.get(QUEUE + queue)))
        .orElse(own);
  }
}
