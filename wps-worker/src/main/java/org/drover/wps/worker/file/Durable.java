package org.drover.wps.worker.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;

/** Makes files outlive a crash of the machine: what is committed about them must be true. */
public final class Durable {

  private Durable() {}

  /** Waits until a file, or the entries of a folder, are on disk. */
  public static void force(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** Waits until a folder and the files in it are on disk. */
  public static void forceAll(Path folder) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        force(file);
      }
    }
    force(folder);
  }

  /** Moves a file to where readers find it, unless another came first. */
  public static void publishFirst(Path file, Path target) throws IOException {
    force(file);
    try {
      Files.move(file, target);
    } catch (FileAlreadyExistsException e) {
      Files.deleteIfExists(file);
    }
    force(target.getParent());
  }

  /**
   * Gives a file a second name, under which it outlives the first; a copy where the file system has
   * no such names. Both names then have the time of this moment, so that neither looks abandoned.
   *
   * @throws java.nio.file.NoSuchFileException if the file is gone
   */
  public static void link(Path file, Path target) throws IOException {
    Path folder = target.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Files.setLastModifiedTime(file, FileTime.from(Clock.systemUTC().instant()));
    try {
      Files.createLink(target, file);
    } catch (UnsupportedOperationException | FileSystemException e) {
      if (!Files.exists(file)) {
        throw e;
      }
      Files.copy(file, target);
      force(target);
    }
    force(folder);
  }

  /** Moves a file to where readers find it, in one step. Its time is then that of the move. */
  public static void publish(Path file, Path target) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Clock.systemUTC().instant()));
    force(file);
    Path folder = target.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
    force(folder);
  }
}
