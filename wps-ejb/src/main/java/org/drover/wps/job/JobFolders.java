package org.drover.wps.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.drover.wps.config.Node;
import org.drover.wps.config.Setting;

/**
 * Where the files of jobs lie, below the data folder that all nodes share:
 *
 * <pre>
 * incoming/&lt;node&gt;/&lt;run&gt;/ large inputs of requests not yet accepted, per run of the server
 * solo/&lt;node&gt;/&lt;run&gt;/     what engines have of synchronous requests, per run of the server
 * jobs/&lt;job&gt;/in/         large inputs
 * jobs/&lt;job&gt;/staged/     inputs made cheap to open
 * jobs/&lt;job&gt;/parts/      features written by parts, one file per part and attempt
 * jobs/&lt;job&gt;/work-&lt;n&gt;/   what attempt n fetches and encodes; its scratch lies below
 * jobs/&lt;job&gt;/tasks/&lt;p&gt;.&lt;n&gt;/ what run n of part p has, outside the server
 * jobs/&lt;job&gt;/logs/       what the process of each attempt had to say
 * workers/              class paths of workers, by their content
 * outputs/              outputs, by their unguessable names
 * </pre>
 */
@ApplicationScoped
public class JobFolders {

  /** The folder all nodes share. */
  public static final Setting<String> ROOT =
      Setting.text("drover.data", System.getProperty("jboss.server.data.dir", ".") + "/drover");

  private final Path root;
  private final String run = UUID.randomUUID().toString();
  private final AtomicLong requests = new AtomicLong();

  public JobFolders() {
    this(Path.of(ROOT.get()));
  }

  public JobFolders(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  public Path root() {
    return root;
  }

  /** A name for a folder of a request, not yet made. */
  public Path newIncoming() {
    return incoming().resolve(run).resolve(Long.toString(requests.incrementAndGet()));
  }

  /** What earlier runs of this node took in and never accepted. */
  public List<Path> earlierIncoming() {
    return ofEarlierRuns(incoming());
  }

  /** Where this run of the server writes down the tasks of synchronous requests. */
  public Path soloTasks() {
    return solo().resolve(run);
  }

  /** Where earlier runs of this node did. */
  public List<Path> earlierSoloTasks() {
    return ofEarlierRuns(solo());
  }

  /** Where runs of other nodes did, or do. */
  public List<Path> soloTasksOfOthers() {
    return children(solo().getParent()).stream()
        .filter(it -> !it.equals(solo()))
        .flatMap(it -> children(it).stream())
        .toList();
  }

  private Path solo() {
    return root.resolve("solo").resolve(Node.NAME.get());
  }

  private List<Path> ofEarlierRuns(Path folder) {
    return children(folder).stream()
        .filter(it -> !it.getFileName().toString().equals(run))
        .toList();
  }

  private Path incoming() {
    return root.resolve("incoming").resolve(Node.NAME.get());
  }

  public Path inputs(JobId job) {
    return job(job).resolve("in");
  }

  public Path staged(JobId job) {
    return job(job).resolve("staged");
  }

  public Path parts(JobId job) {
    return job(job).resolve("parts");
  }

  public Path work(Attempt attempt) {
    return job(attempt.job()).resolve("work-" + attempt.epoch());
  }

  /** What a run of a part has that is carried out outside the server. */
  public Path task(JobId job, int part, int run) {
    return tasks(job).resolve(part + "." + run);
  }

  private Path tasks(JobId job) {
    return job(job).resolve("tasks");
  }

  /** Removes what a run of a part has, when its engine has forgotten it. */
  public void removeTask(JobId job, int part, int run) {
    remove(task(job, part, run));
    tasks(job).toFile().delete(); // stays while there are others
  }

  /** What a process gets as its scratch folder. */
  public Path scratch(Attempt attempt) {
    return work(attempt).resolve("scratch");
  }

  /** What the processes of a job's attempts had to say, one file each, if anything. */
  public Path logs(JobId job) {
    return job(job).resolve("logs");
  }

  /** Keeps what a process has written into a file below its scratch folder, if it has. */
  public void keepLog(Attempt attempt, Path log) {
    if (log.toFile().length() == 0) {
      return;
    }
    try {
      Path logs = Files.createDirectories(logs(attempt.job()));
      Files.move(log, logs.resolve(attempt.epoch() + ".txt"), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The class paths of workers, which every engine can reach. */
  public Path workers() {
    return root.resolve("workers");
  }

  public Path outputs() {
    return root.resolve("outputs");
  }

  /** Where the folders of jobs are, each named by its identifier. */
  public Path jobs() {
    return root.resolve("jobs");
  }

  private Path job(JobId job) {
    return jobs().resolve(job.toString());
  }

  /**
   * Removes what only a running job needs. Its inputs stay, to be shown as lineage, its logs, and
   * what engines outside the server have of it until they have ended it.
   */
  public void removeWork(JobId job) {
    for (Path child : children(job(job))) {
      if (!List.of(inputs(job), logs(job), tasks(job)).contains(child)) {
        remove(child);
      }
    }
  }

  /** Removes everything but outputs. */
  public void remove(JobId job) {
    remove(job(job));
  }

  private static List<Path> children(Path folder) {
    List<Path> children = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      entries.forEach(children::add);
    } catch (NoSuchFileException | NotDirectoryException e) {
      return List.of(); // there never was a file, or it is a file system's own
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return children;
  }

  /** Removes a folder or file and all below it; does nothing when it is not there. */
  public static void remove(Path folder) {
    if (!folder.toFile().exists()) {
      return; // most requests leave no files, and an exception for each would cost time
    }
    try {
      Files.walkFileTree(folder, new Remover());
    } catch (NoSuchFileException e) {
      return; // what was to be done is done
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Remover extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
      Files.deleteIfExists(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
