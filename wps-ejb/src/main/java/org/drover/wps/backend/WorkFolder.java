package org.drover.wps.backend;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/** A folder a program works in, seen from outside, while it changes. Links are not followed. */
public final class WorkFolder {

  /** A file takes this much at least, so that many empty ones count too. */
  private static final long SMALLEST = 4096;

  private final Path folder;
  private long total;
  private long largest;

  public WorkFolder(Path folder) {
    this.folder = folder;
  }

  /** Adds up the files. Files that hide in folders closed to the server do not count. */
  public void measure() throws IOException {
    total = 0;
    largest = 0;
    Files.walkFileTree(folder, new Adder());
  }

  /** Bytes of all files together, when last measured. */
  public long total() {
    return total;
  }

  /** Bytes of the largest file, when last measured. */
  public long largest() {
    return largest;
  }

  /** Makes every folder one the server can list and remove, whatever the program made of it. */
  public void reopen() throws IOException {
    Files.walkFileTree(folder, new Opener());
  }

  /** Removes it with all that is in it, whatever the program made of it. */
  public void remove() throws IOException {
    reopen();
    Files.walkFileTree(folder, new Remover());
  }

  private static final class Remover extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path each, IOException failure) throws IOException {
      Files.deleteIfExists(each);
      return FileVisitResult.CONTINUE;
    }
  }

  private final class Adder extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes) {
      total += SMALLEST;
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      total += Math.max(SMALLEST, attributes.size());
      largest = Math.max(largest, attributes.size());
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
      return FileVisitResult.CONTINUE; // gone meanwhile, or closed
    }

    @Override
    public FileVisitResult postVisitDirectory(Path each, IOException failure) {
      return FileVisitResult.CONTINUE;
    }
  }

  private static final class Opener extends SimpleFileVisitor<Path> {
    private static final Set<PosixFilePermission> OPEN =
        EnumSet.of(
            PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE,
            PosixFilePermission.OWNER_EXECUTE);

    @Override
    public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes)
        throws IOException {
      open(each);
      return FileVisitResult.CONTINUE;
    }

    /** A folder without permissions is opened and looked into after all. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
      if (failure instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      if (!Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS) || Files.isReadable(file)) {
        throw failure;
      }
      open(file);
      Files.walkFileTree(file, this);
      return FileVisitResult.CONTINUE;
    }

    private static void open(Path folder) throws IOException {
      Set<PosixFilePermission> now =
          Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS);
      if (!now.containsAll(OPEN)) {
        now.addAll(OPEN);
        Files.setPosixFilePermissions(folder, now);
      }
    }
  }
}
