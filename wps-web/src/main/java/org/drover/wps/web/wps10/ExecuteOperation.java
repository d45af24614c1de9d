package org.drover.wps.web.wps10;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.drover.wps.data.Output;
import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;
import org.drover.wps.execution.EstimateJob;
import org.drover.wps.execution.Execute;
import org.drover.wps.execution.ExecuteAnswer;
import org.drover.wps.execution.request.ExecuteOptions;
import org.drover.wps.execution.request.ExecuteRequest;
import org.drover.wps.execution.request.Intake;
import org.drover.wps.outbox.JobLinks;
import org.drover.wps.process.describe.ProcessDescription;
import org.drover.wps.web.ows.Call;
import org.drover.wps.web.ows.Callers;
import org.drover.wps.web.ows.EstimateWriter;
import org.drover.wps.web.ows.ExecuteOptionsReader;
import org.drover.wps.web.ows.ExecuteParameters;
import org.drover.wps.web.ows.InputLimits;
import org.drover.wps.web.ows.Languages;
import org.drover.wps.web.ows.OutputBody;
import org.drover.wps.web.ows.OwsError;
import org.drover.wps.web.ows.Reply;
import org.drover.wps.web.ows.ResponseHeaders;

/** Execute (05-007r7 §10). */
final class ExecuteOperation {

  private final FlatProcesses processes;
  private final Execute execute;
  private final EstimateJob estimate;
  private final Languages languages;
  private final Clock clock;

  ExecuteOperation(
      FlatProcesses processes, Wps10Protocol.Core core, Languages languages, Clock clock) {
    this.processes = processes;
    this.execute = core.execute();
    this.estimate = core.estimate();
    this.languages = languages;
    this.clock = clock;
  }

  void get(Call call) {
    String language = languages.choose(call.kvp().find("language"));
    ProcessDescription process = process(call.kvp().get("Identifier"), call);
    ExecuteOptions options = options(call);
    try (Intake intake = execute.openIntake()) {
      ExecuteRequest request = new ExecuteKvpReader(call.kvp(), process, language).read();
      run(call, request.with(options), intake);
    }
  }

  void post(Call call, XMLStreamReader body, String wantedLanguage) throws XMLStreamException {
    String language = languages.choose(Optional.ofNullable(wantedLanguage));
    ExecuteOptions options = options(call);
    try (Intake intake = execute.openIntake()) {
      ExecuteRequest request =
          new ExecuteXmlReader(body, id -> process(id, call), intake, InputLimits.fromSettings())
              .read(language);
      while (body.hasNext()) {
        body.next();
      }
      run(call, request.with(options), intake);
    }
  }

  private static ExecuteOptions options(Call call) {
    String status = call.base() + Wps10.PATH + Wps10.STATUS + "?id=" + JobLinks.JOB;
    return new ExecuteOptionsReader(call.request(), new JobLinks(status, status)).read();
  }

  private ProcessDescription process(String id, Call call) {
    return processes.getRunnable(id, Callers.of(call.request()));
  }

  private void run(Call call, ExecuteRequest sent, Intake intake) {
    ExecuteParameters parameters = ExecuteParameters.of(call.request().getQueryString());
    ExecuteRequest request = parameters.applied(sent);
    if (parameters.dryRun()) {
      ResponseHeaders.forbidStoring(call.response());
      EstimateWriter.answer(
          call.response(), estimate.estimate(request, Callers.of(call.request())));
      return;
    }
    run(call, request, intake, clock.instant());
  }

  private void run(Call call, ExecuteRequest request, Intake intake, Instant created) {
    ResponseHeaders.forbidStoring(call.response());
    try (ExecuteAnswer answer = execute.execute(request, Callers.of(call.request()), intake)) {
      if (answer instanceof ExecuteAnswer.Finished finished) {
        writeFinished(call, finished, created);
      } else if (answer instanceof ExecuteAnswer.Accepted accepted) {
        document(call, writer -> writer.writeJob(accepted.view()));
      }
    } catch (WpsException e) {
      if (request.raw() || !ErrorMapper.isOfTheRun(e.fault())) {
        throw e;
      }
      OwsError error = ErrorMapper.map(e.fault(), e.locator().orElse(null), e.getMessage());
      document(
          call,
          writer -> writer.writeFailed(process(request.process(), call), request, created, error));
    }
  }

  private static void writeFinished(Call call, ExecuteAnswer.Finished answer, Instant created) {
    if (answer.request().raw()) {
      OutputBody.of(single(answer).value()).send(call.response());
    } else {
      document(call, writer -> writer.writeFinished(answer, created));
    }
  }

  /** The one output asked for; an optional one may not have been made. */
  private static Output single(ExecuteAnswer.Finished answer) {
    String wanted = answer.request().outputs().get(0).id();
    if (answer.outputs().isEmpty()) {
      throw new WpsException(
          Fault.NO_SUCH_OUTPUT, wanted, "Output '" + wanted + "' was not made from these inputs.");
    }
    if (answer.outputs().size() > 1) {
      throw new WpsException(
          Fault.TOO_MANY_OUTPUTS, "Output '" + wanted + "' is a group: ask for a document.");
    }
    return answer.outputs().get(0);
  }

  /** Writes a document. */
  @FunctionalInterface
  private interface Writing {
    void write(ExecuteResponseWriter writer);
  }

  private static void document(Call call, Writing writing) {
    call.response().setContentType(ResponseHeaders.XML);
    Reply reply = new Reply(call.response());
    writing.write(new ExecuteResponseWriter(reply, call.base()));
    reply.close();
  }
}
