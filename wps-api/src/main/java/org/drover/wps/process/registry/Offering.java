package org.drover.wps.process.registry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drover.wps.process.DescribedProcess;
import org.drover.wps.process.DirectProcess;
import org.drover.wps.process.Estimate;
import org.drover.wps.process.Estimating;
import org.drover.wps.process.Execution;
import org.drover.wps.process.PartitionedProcess;
import org.drover.wps.process.describe.AnnotatedProcess;
import org.drover.wps.process.describe.ProcessDescription;
import org.drover.wps.process.describe.RecordBinding;
import org.drover.wps.process.plan.Plan;

/** A process as the server sees it: a description and a body that works on values by identifier. */
public sealed interface Offering {

  ProcessDescription description();

  /** Whether {@code other} is the same process: same identifier and version. */
  default boolean isSameAs(String id, String version) {
    return description().id().equals(id) && description().version().equals(version);
  }

  /** Tells beforehand what a run costs; empty for a process that never does. */
  Optional<Estimator> estimator();

  /**
   * The class a worker outside the server makes the process of; empty for one that is known as an
   * object only.
   */
  Optional<Class<?>> type();

  /** Done in one call. */
  record Direct(
      ProcessDescription description,
      Body body,
      Optional<Estimator> estimator,
      Optional<Class<?>> type)
      implements Offering {

    /** A process that does not estimate. */
    public Direct(ProcessDescription description, Body body) {
      this(description, body, Optional.empty(), Optional.empty());
    }
  }

  /** Cut into parts. */
  record Partitioned(
      ProcessDescription description,
      Planner planner,
      Optional<Estimator> estimator,
      Optional<Class<?>> type)
      implements Offering {}

  /** Runs a direct process. */
  @FunctionalInterface
  interface Body {
    Map<String, Object> run(Map<String, List<Object>> inputs, Execution execution) throws Exception;
  }

  /** Plans a partitioned process. Its outputs are unbound with {@link RecordBinding#unbind}. */
  @FunctionalInterface
  interface Planner {
    Plan<?> plan(Map<String, List<Object>> inputs) throws Exception;
  }

  /** Estimates a run. */
  @FunctionalInterface
  interface Estimator {
    Optional<Estimate> estimate(Map<String, List<Object>> inputs);
  }

  private static Optional<Estimator> estimator(Object process, Class<? extends Record> in) {
    return process instanceof Estimating<?> estimating
        ? Optional.of(inputs -> estimate(estimating, in, inputs))
        : Optional.empty();
  }

  @SuppressWarnings("unchecked") // a process estimates for the inputs it runs with
  private static <I extends Record> Optional<Estimate> estimate(
      Estimating<I> process, Class<? extends Record> in, Map<String, List<Object>> inputs) {
    return process.estimate((I) RecordBinding.bind(in, inputs));
  }

  static <I extends Record, O extends Record> Offering of(
      DirectProcess<I, O> process, Class<?> type) {
    Class<? extends Record> in = AnnotatedProcess.inputType(type);
    return new Direct(
        AnnotatedProcess.describe(type),
        (inputs, execution) -> {
          @SuppressWarnings("unchecked")
          I bound = (I) RecordBinding.bind(in, inputs);
          return RecordBinding.unbind(process.run(bound, execution));
        },
        estimator(process, in),
        Optional.of(type));
  }

  static <I extends Record, O extends Record> Offering of(
      PartitionedProcess<I, O> process, Class<?> type) {
    Class<? extends Record> in = AnnotatedProcess.inputType(type);
    return new Partitioned(
        AnnotatedProcess.describe(type),
        inputs -> {
          @SuppressWarnings("unchecked")
          I bound = (I) RecordBinding.bind(in, inputs);
          return process.plan(bound);
        },
        estimator(process, in),
        Optional.of(type));
  }

  static Offering of(DescribedProcess process) {
    return new Direct(
        process.description(), process::run, Optional.of(process::estimate), Optional.empty());
  }

  /**
   * The offering of any process object.
   *
   * @param process a {@link DirectProcess}, {@link PartitionedProcess} or {@link DescribedProcess}
   * @param type its class as written by its author, not that of a proxy
   * @throws IllegalArgumentException if it is none of these or breaks a rule of process authoring
   */
  static Offering ofAny(Object process, Class<?> type) {
    if (process instanceof DirectProcess<?, ?> direct) {
      return of(direct, type);
    }
    if (process instanceof PartitionedProcess<?, ?> partitioned) {
      return of(partitioned, type);
    }
    if (process instanceof DescribedProcess described) {
      return of(described);
    }
    throw new IllegalArgumentException(type.getName() + " is not a process");
  }
}
