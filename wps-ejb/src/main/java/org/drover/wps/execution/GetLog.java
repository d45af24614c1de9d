package org.drover.wps.execution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.drover.wps.error.WpsException;
import org.drover.wps.job.JobFolders;
import org.drover.wps.job.JobId;
import org.drover.wps.security.Caller;

/** Tells what the process of a job had to say, apart from its outputs. */
@UseCase
@ApplicationScoped
public class GetLog {

  @Inject private JobAccess access;
  @Inject private JobFolders folders;

  /**
   * The logs of all attempts that have ended, in their order.
   *
   * @return empty when the process said nothing
   * @throws WpsException NO_SUCH_JOB if there is none for this caller
   */
  public String get(JobId id, Caller caller) {
    access.get(id, caller);
    StringBuilder all = new StringBuilder();
    for (Path each : files(folders.logs(id))) {
      all.append(read(each));
    }
    return all.toString();
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted((a, b) -> Integer.compare(number(a), number(b))).toList();
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int number(Path file) {
    return Integer.parseInt(file.getFileName().toString().replace(".txt", ""));
  }

  /** Not all programs write UTF-8. */
  private static String read(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
