package org.drover.wps.web.ogcapi.result;

import java.util.List;
import java.util.Optional;
import org.drover.wps.data.Output;
import org.drover.wps.data.OutputValue;
import org.drover.wps.execution.ExecuteAnswer;
import org.drover.wps.execution.JobView;
import org.drover.wps.execution.request.ExecuteRequest;
import org.drover.wps.output.StoredOutput;
import org.drover.wps.process.describe.DataDescription;
import org.drover.wps.process.describe.ProcessDescription;
import org.drover.wps.web.ogcapi.document.Addresses;

/**
 * What a run has made, whether the client waited for it or asks for it later.
 *
 * @param request what was asked for
 */
public record Result(ExecuteRequest request, List<Made> outputs) {

  /**
   * An output.
   *
   * @param plain whether the process has one format for it, which goes without saying
   * @param address where it can be had alone; empty when it is not kept
   */
  public record Made(Output output, boolean plain, Optional<String> address) {

    String id() {
      return output.id();
    }

    OutputValue value() {
      return output.value();
    }

    /** Where to find it, if the client wants an address instead of the value. */
    Optional<String> reference() {
      return address.filter(it -> output.request().asReference());
    }
  }

  public Result {
    outputs = List.copyOf(outputs);
  }

  /** Of a run the client has waited for. */
  public static Result of(ExecuteAnswer.Finished answer) {
    return new Result(
        answer.request(),
        answer.outputs().stream()
            .map(it -> new Made(it, isPlain(answer.process(), it), Optional.empty()))
            .toList());
  }

  /** Of a job that has succeeded. */
  public static Result of(JobView view, Addresses addresses) {
    return new Result(
        view.request(), view.outputs().stream().map(it -> made(view, it, addresses)).toList());
  }

  private static Made made(JobView view, StoredOutput stored, Addresses addresses) {
    Output output = stored.output();
    String address =
        output.value() instanceof OutputValue.Complex
            ? addresses.base() + "/outputs/" + stored.name()
            : addresses.result(stored.job(), output.id());
    return new Made(output, isPlain(view.process(), output), Optional.of(address));
  }

  private static boolean isPlain(ProcessDescription process, Output output) {
    return process
        .findOutput(output.id())
        .map(
            it ->
                !(it.data() instanceof DataDescription.Complex complex)
                    || complex.formats().size() == 1)
        .orElse(false);
  }

  /** The same with some of the outputs. */
  public Result only(List<Made> some) {
    return new Result(request, some);
  }
}
