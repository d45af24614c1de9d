package org.drover.wps.execution.outside;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jboss.modules.ModuleClassLoader;
import org.jboss.modules.Resource;

/** All that a module's class loader knows by itself, in one jar named by its content. */
final class LoaderJar {

  private LoaderJar() {}

  static boolean isModule(ClassLoader loader) {
    return loader instanceof ModuleClassLoader;
  }

  /** Writes the jar into a folder, unless it is there. */
  static Path write(ClassLoader loader, Path folder) throws IOException {
    Files.createDirectories(folder);
    Path draft = folder.resolve(UUID.randomUUID() + ".draft");
    try {
      Path jar = folder.resolve(writeEntries((ModuleClassLoader) loader, draft) + ".jar");
      Files.move(draft, jar, StandardCopyOption.ATOMIC_MOVE);
      return jar;
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static String writeEntries(ModuleClassLoader loader, Path file) throws IOException {
    SortedMap<String, Resource> resources = new TreeMap<>();
    for (Iterator<Resource> all = loader.iterateResources("", true); all.hasNext(); ) {
      Resource each = all.next();
      resources.putIfAbsent(each.getName(), each);
    }
    MessageDigest digest = sha256();
    try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Resource each : resources.values()) {
        ZipEntry entry = new ZipEntry(each.getName());
        entry.setTime(0);
        zip.putNextEntry(entry);
        try (InputStream in = each.openStream()) {
          in.transferTo(zip);
        }
      }
    }
    return HexFormat.of().formatHex(digest.digest()).substring(0, 32);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
