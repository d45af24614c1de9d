package org.drover.wps.backend.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real engine, started by its script in {@code dev} and stopped with this JVM. */
public final class DevEngine {

  private static final File LOG = new File("target", "dev-engine.log");

  private final File script;
  private boolean held;

  /**
   * @param name of the script
   */
  public DevEngine(String name) {
    this.script = new File("../dev", name);
  }

  /** Starts what does not run of it. */
  public synchronized void up() {
    if (!held) {
      held = true;
      Runtime.getRuntime().addShutdownHook(new Thread(() -> call("down")));
    }
    assertThat(call("up"))
        .as("%s up started the engine; what it said is in %s", script, LOG.getAbsolutePath())
        .isZero();
  }

  private int call(String command) {
    String own = Long.toString(ProcessHandle.current().pid());
    return run(List.of(script.getPath(), command, "--for", own));
  }

  /** Runs a program; what it says is added to a log. */
  public static int run(List<String> arguments) {
    try {
      Process process =
          new ProcessBuilder(new ArrayList<>(arguments))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(LOG))
              .redirectInput(new File("/dev/null"))
              .start();
      assertThat(process.waitFor(10, TimeUnit.MINUTES)).as("%s ends", arguments).isTrue();
      return process.exitValue();
    } catch (IOException e) {
      throw new IllegalStateException(arguments + " cannot be run", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
