package org.drover.wps.processes;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.drover.wps.process.ProcessInfo;
import org.drover.wps.processes.basic.Echo;

/** Finds the processes of this module among its class files. */
final class ProcessClasses {

  private ProcessClasses() {}

  static List<Class<?>> list() throws IOException, URISyntaxException {
    Path root = Path.of(Echo.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(it -> root.relativize(it).toString())
          .filter(it -> it.endsWith(".class") && !it.endsWith("-info.class"))
          .<Class<?>>map(ProcessClasses::load)
          .filter(it -> it.isAnnotationPresent(ProcessInfo.class))
          .toList();
    }
  }

  private static Class<?> load(String file) {
    try {
      String name = file.substring(0, file.length() - ".class".length());
      return Class.forName(name.replace(java.io.File.separatorChar, '.'));
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }
}
