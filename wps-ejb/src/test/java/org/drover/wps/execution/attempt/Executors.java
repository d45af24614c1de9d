package org.drover.wps.execution.attempt;

import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Managed executors without a server. */
final class Executors {

  private Executors() {}

  /** One that runs so many tasks at once and refuses others. */
  static ManagedExecutorService of(int threads) {
    return wrap(
        ManagedExecutorService.class,
        new ThreadPoolExecutor(
            0,
            threads,
            10,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            task -> {
              Thread thread = new Thread(task);
              thread.setDaemon(true);
              return thread;
            }));
  }

  static ManagedScheduledExecutorService scheduled(ScheduledExecutorService executor) {
    return wrap(ManagedScheduledExecutorService.class, executor);
  }

  /** Contexts that add nothing. */
  static ContextService contexts() {
    return (ContextService)
        Proxy.newProxyInstance(
            ContextService.class.getClassLoader(),
            new Class<?>[] {ContextService.class},
            (proxy, method, arguments) -> arguments[0]);
  }

  private static <T> T wrap(Class<T> type, Object executor) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              try {
                return method.invoke(executor, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
