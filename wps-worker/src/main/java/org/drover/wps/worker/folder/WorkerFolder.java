package org.drover.wps.worker.folder;

import java.nio.file.Path;

/**
 * Where things lie in the folder of a worker. The worker can write to the folder, and not change
 * what it was given:
 *
 * <pre>
 * request.json      what to do ({@link WorkRequest}); given
 * in/               data of inputs; given
 * before.features   features an earlier run of the part has written; given
 * progress.json     how far it is ({@link WorkProgress}); replaced by rename
 * checkpoint.json   where a part can be gone on with ({@link WorkCheckpoint}); replaced by rename
 * part.features     features of a part, true up to the checkpoint
 * out/              data of outputs
 * outputs.json      values of outputs
 * exit.json         how it ended ({@link WorkExit}); written last, by rename
 * </pre>
 */
public record WorkerFolder(Path root) {

  /** Version of this format, which a request names. */
  public static final int FORMAT = 1;

  public static final String REQUEST = "request.json";
  public static final String INPUTS = "in";
  public static final String BEFORE = "before.features";

  public Path request() {
    return root.resolve(REQUEST);
  }

  public Path inputs() {
    return root.resolve(INPUTS);
  }

  public Path before() {
    return root.resolve(BEFORE);
  }

  public Path progress() {
    return root.resolve("progress.json");
  }

  public Path checkpoint() {
    return root.resolve("checkpoint.json");
  }

  public Path features() {
    return root.resolve("part.features");
  }

  public Path outputFiles() {
    return root.resolve("out");
  }

  public Path outputs() {
    return root.resolve("outputs.json");
  }

  public Path exit() {
    return root.resolve("exit.json");
  }

  public Path scratch() {
    return root.resolve("scratch");
  }
}
