package org.drover.wps.backend.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drover.wps.backend.ProgramRun;
import org.drover.wps.backend.ResourceLimits;
import org.drover.wps.backend.Task;
import org.drover.wps.backend.TaskName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContainerFilesTest {

  @TempDir Path folder;

  @Test
  void filesAndFoldersGetPlacesToBeMountedAt() throws Exception {
    Task task = task();
    new ContainerFiles(task).prepare(Optional.empty());
    new ContainerFiles(task).prepare(Optional.empty());
    assertThat(task.program().folder().resolve("in/file")).isEmptyFile();
    assertThat(task.program().folder().resolve("lib/classes")).isEmptyDirectory();
    assertThat(task.program().stdout()).isEmptyFile();
  }

  /** The server may be root, and a run before may have worked in the same folder. */
  @Test
  void noPlaceIsMadeBehindALink() throws Exception {
    Task task = task();
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Files.createSymbolicLink(task.program().folder().resolve("in"), elsewhere);
    assertThatThrownBy(() -> new ContainerFiles(task).prepare(Optional.empty()))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(elsewhere).isEmptyDirectory();
  }

  private Task task() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "data");
    Path classes = Files.createDirectory(folder.resolve("classes"));
    ProgramRun run =
        new ProgramRun(
            List.of("true"),
            Files.createDirectory(folder.resolve("work")),
            Map.of("in/file", file, "lib/classes", classes),
            Files.createDirectory(folder.resolve("logs")),
            Map.of(),
            false,
            ResourceLimits.USUAL);
    Path control = Files.createDirectory(folder.resolve("control"));
    return new Task(
        new TaskName("test", 0, 1),
        run,
        control,
        "short",
        Optional.empty(),
        Optional.empty(),
        false);
  }
}
