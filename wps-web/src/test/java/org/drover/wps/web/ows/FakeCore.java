package org.drover.wps.web.ows;

import java.nio.file.Path;
import java.util.function.Function;
import org.drover.wps.execution.Execute;
import org.drover.wps.execution.ExecuteAnswer;
import org.drover.wps.execution.request.ExecuteRequest;
import org.drover.wps.execution.request.Intake;
import org.drover.wps.security.Caller;

/** Answers an Execute as the test says, and remembers what was asked. */
public final class FakeCore extends Execute {

  private final Path folder;
  public Function<ExecuteRequest, ExecuteAnswer> answer =
      request -> {
        throw new IllegalStateException("secret");
      };
  public ExecuteRequest asked;
  public int files;
  public boolean closed;

  public FakeCore(Path folder) {
    this.folder = folder;
  }

  @Override
  public Intake openIntake() {
    return new Intake() {
      @Override
      public Path nextFile() {
        return folder.resolve("intake").resolve("input-" + files++);
      }

      @Override
      public void close() {
        closed = true;
      }
    };
  }

  @Override
  public ExecuteAnswer execute(ExecuteRequest request, Caller caller, Intake intake) {
    asked = request;
    return answer.apply(request);
  }
}
