package org.drover.wps.process.registry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The processes of all deployments of this server. There is one, because a deployment of its own
 * shares with the server nothing but the classes of this module.
 */
public final class ProcessRegistry {

  private static final ProcessRegistry INSTANCE = new ProcessRegistry();

  private final Map<Object, List<Offering>> byDeployment = new LinkedHashMap<>();
  private final List<Consumer<List<Offering>>> listeners = new ArrayList<>();

  private ProcessRegistry() {}

  public static ProcessRegistry get() {
    return INSTANCE;
  }

  /**
   * Offers the processes of a deployment, instead of what it offered before.
   *
   * @param deployment any object that stands for the deployment
   */
  public synchronized void offer(Object deployment, List<Offering> offerings) {
    byDeployment.put(deployment, List.copyOf(offerings));
    tell();
  }

  /** Takes back the processes of a deployment. */
  public synchronized void withdraw(Object deployment) {
    if (byDeployment.remove(deployment) != null) {
      tell();
    }
  }

  /** Calls the listener now and at each change, one call at a time, with all offerings. */
  public synchronized void listen(Consumer<List<Offering>> listener) {
    listeners.add(listener);
    listener.accept(listOfferings());
  }

  public synchronized void forget(Consumer<List<Offering>> listener) {
    listeners.remove(listener);
  }

  public synchronized List<Offering> listOfferings() {
    return byDeployment.values().stream().flatMap(List::stream).toList();
  }

  private void tell() {
    List<Offering> all = listOfferings();
    listeners.forEach(it -> it.accept(all));
  }
}
