package org.drover.wps.execution.outside;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import org.drover.wps.worker.Worker;

/**
 * The class path of workers, as files every node and engine can reach: what each class loader of
 * the server knows by itself is written into one jar, whatever the server has unpacked where.
 */
@ApplicationScoped
public class WorkerLibrary {

  private static final List<Class<?>> ALWAYS =
      List.of(
          Worker.class,
          Size.class, // what processes say of their inputs is read again
          ObjectMapper.class,
          JsonFactory.class,
          JsonProperty.class,
          Jdk8Module.class,
          JavaTimeModule.class);

  private final Map<ClassLoader, List<Path>> jars = new WeakHashMap<>();
  private final WorkerFiles files;

  /** For the container's proxy. */
  protected WorkerLibrary() {
    this(null);
  }

  @Inject
  WorkerLibrary(WorkerFiles files) {
    this.files = files;
  }

  /** The class path for a worker that runs a process of a class. */
  List<Path> classPath(Class<?> process) throws IOException {
    Set<ClassLoader> loaders = new LinkedHashSet<>();
    loaders.add(process.getClassLoader());
    ALWAYS.forEach(it -> loaders.add(it.getClassLoader()));
    Set<Path> all = new LinkedHashSet<>();
    for (ClassLoader each : loaders) {
      all.addAll(jars(each));
    }
    return List.copyOf(all);
  }

  private synchronized List<Path> jars(ClassLoader loader) throws IOException {
    List<Path> known = jars.get(loader);
    if (known == null || !areThere(known)) {
      known =
          LoaderJar.isModule(loader) ? List.of(LoaderJar.write(loader, files.folder())) : ownPath();
      jars.put(loader, known);
    }
    return known;
  }

  private boolean areThere(List<Path> known) throws IOException {
    boolean all = true;
    for (Path each : known) {
      all &= files.use(each);
    }
    return all;
  }

  /** Outside a server of modules: the class path of this very JVM. */
  private static List<Path> ownPath() {
    List<Path> all = new ArrayList<>();
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    for (String each : path.split(java.io.File.pathSeparator, -1)) {
      Path entry = Path.of(each).toAbsolutePath();
      if (Files.exists(entry)) {
        all.add(entry);
      }
    }
    return all;
  }
}
