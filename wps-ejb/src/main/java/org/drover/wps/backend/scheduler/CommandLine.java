package org.drover.wps.backend.scheduler;

import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.drover.wps.backend.EngineAwayException;

/** Runs a scheduler's programs with a clean environment, and none for longer than it may take. */
public final class CommandLine implements Commands {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Map<String, String> ENVIRONMENT =
      Map.of("PATH", "/usr/local/bin:/usr/bin:/bin", "LANG", "C.UTF-8", "HOME", "/");

  private final Supplier<String> folder;
  private final Map<String, String> variables;
  private final Prefix prefix;

  /** What starts each program, such as one that changes the user; may be empty. */
  @FunctionalInterface
  public interface Prefix {
    List<String> get() throws IOException;
  }

  /**
   * @param folder where the programs are
   * @param variables of the environment, beside the usual ones
   * @param prefix asked each time
   */
  public CommandLine(Supplier<String> folder, Map<String, String> variables, Prefix prefix) {
    this.folder = folder;
    this.variables = Map.copyOf(variables);
    this.prefix = prefix;
  }

  @Override
  public Answer run(List<String> arguments) throws IOException {
    Path program = Path.of(folder.get(), arguments.get(0));
    if (!Files.isExecutable(program)) {
      throw new EngineAwayException("There is no program " + program + ".");
    }
    Path out = Files.createTempFile("drover", ".out");
    Path error = Files.createTempFile("drover", ".err");
    try {
      int code = await(start(program, arguments, out, error));
      return new Answer(code, said(out), said(error));
    } finally {
      Files.delete(out);
      Files.delete(error);
    }
  }

  private Process start(Path program, List<String> arguments, Path out, Path error)
      throws IOException {
    List<String> all = new ArrayList<>(prefix.get());
    all.add(program.toString());
    all.addAll(arguments.subList(1, arguments.size()));
    ProcessBuilder builder = new ProcessBuilder(all);
    builder.directory(new File("/"));
    builder.redirectInput(new File("/dev/null"));
    builder.redirectOutput(out.toFile());
    builder.redirectError(error.toFile());
    builder.environment().clear();
    builder.environment().putAll(ENVIRONMENT);
    builder.environment().putAll(variables);
    return builder.start();
  }

  private static int await(Process process) throws IOException {
    try {
      if (process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        return process.exitValue();
      }
      throw new EngineAwayException(
          process.info().command().orElse("A program")
              + " has not answered for "
              + PATIENCE.toSeconds()
              + " s.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException("The server is shutting down.").initCause(e);
    } finally {
      process.destroyForcibly();
    }
  }

  private static String said(Path file) throws IOException {
    return Files.readString(file).stripTrailing();
  }
}
