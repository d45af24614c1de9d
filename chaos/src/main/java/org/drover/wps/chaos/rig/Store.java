package org.drover.wps.chaos.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The output store of all nodes. Where this user may mount, it is a file system in memory, so that
 * it can be filled up and made read-only; else it is a folder without these.
 */
public final class Store implements AutoCloseable {

  private static final String ROOMY = "2g";

  private final Path folder;
  private final boolean mounted;

  private Store(Path folder, boolean mounted) {
    this.folder = folder;
    this.mounted = mounted;
  }

  /** At a folder no server uses yet. */
  static Store at(Path folder) {
    try {
      Files.createDirectories(folder);
      boolean mounted =
          run("mount", "-t", "tmpfs", "-o", "size=" + ROOMY, "tmpfs", folder.toString());
      Store store = new Store(folder, mounted);
      Runtime.getRuntime().addShutdownHook(new Thread(store::close));
      return store;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Path folder() {
    return folder;
  }

  /** Whether it is a file system of its own. */
  public boolean isMounted() {
    return mounted;
  }

  /** Leaves so many bytes free. */
  public void leaveFree(long bytes) {
    remount("size=" + (used() + bytes));
  }

  private long used() {
    try {
      var files = Files.getFileStore(folder);
      return files.getTotalSpace() - files.getUnallocatedSpace();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void setReadOnly() {
    remount("ro");
  }

  /** As it was at first. */
  public void restore() {
    remount("rw,size=" + ROOMY);
  }

  private void remount(String options) {
    if (!run("mount", "-o", "remount," + options, folder.toString())) {
      throw new IllegalStateException("the store cannot be remounted with " + options);
    }
  }

  private static boolean run(String... command) {
    return Command.run(List.of(command)) == 0;
  }

  @Override
  public void close() {
    if (mounted) {
      run("umount", "-l", folder.toString());
    }
  }
}
