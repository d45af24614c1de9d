package org.drover.wps.worker;

import java.lang.reflect.Constructor;
import java.util.List;
import java.util.Map;
import org.drover.wps.process.ProcessFailedException;
import org.drover.wps.process.describe.RecordBinding;
import org.drover.wps.process.plan.Plan;
import org.drover.wps.process.registry.Offering;
import org.drover.wps.worker.file.FeatureFile;
import org.drover.wps.worker.folder.ValueReader;
import org.drover.wps.worker.folder.ValueWriter;
import org.drover.wps.worker.folder.WorkRequest;
import org.drover.wps.worker.folder.WorkerFolder;
import org.drover.wps.worker.folder.WorkerJson;

/** One request, from its inputs to its outputs. */
final class WorkerRun {

  private final WorkerFolder folder;
  private final WorkRequest request;
  private final WorkerExecution execution;

  WorkerRun(WorkerFolder folder, WorkRequest request, WorkerExecution execution) {
    this.folder = folder;
    this.request = request;
    this.execution = execution;
  }

  void run() throws Exception {
    if (request.format() != WorkerFolder.FORMAT) {
      throw new IllegalStateException(
          "the request has format " + request.format() + ", this worker " + WorkerFolder.FORMAT);
    }
    execution.wants(request.formats());
    Offering offering = offering();
    Map<String, List<Object>> inputs = new ValueReader(folder.inputs()).inputs(request.inputs());
    if (request.part().isPresent()) {
      Plan<?> plan = ((Offering.Partitioned) offering).planner().plan(inputs);
      new PartWork(folder, plan, request.part().get(), execution).run();
    } else {
      leave(
          offering instanceof Offering.Direct direct
              ? direct.body().run(inputs, execution)
              : whole(((Offering.Partitioned) offering).planner().plan(inputs)));
    }
  }

  private Offering offering() throws ReflectiveOperationException {
    Class<?> type = Class.forName(request.type());
    Constructor<?> constructor = type.getDeclaredConstructor();
    constructor.setAccessible(true);
    Offering offering = Offering.ofAny(constructor.newInstance(), type);
    if (!offering.isSameAs(request.process(), request.version())) {
      throw new ProcessFailedException(
          "The worker has process "
              + offering.description().id()
              + " in version "
              + offering.description().version()
              + ", not the one asked for. Send the request again.");
    }
    return offering;
  }

  /** All parts one after another, as one piece of work without checkpoints. */
  private <O extends Record> Map<String, Object> whole(Plan<O> plan) throws Exception {
    return RecordBinding.unbind(new WholePlan<>(plan, folder, execution).run());
  }

  /** Features are not held in memory: they may be read from the file of a plan. */
  private void leave(Map<String, Object> outputs) throws Exception {
    ValueWriter values = new ValueWriter(folder.outputFiles(), (name, file) -> false);
    WorkerJson.write(folder.outputs(), values.outputs(outputs));
    FeatureFile.delete(folder.features());
  }
}
