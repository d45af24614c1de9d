package org.drover.wps.process.describe;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.drover.wps.process.ConformanceProcess;
import org.drover.wps.process.Deterministic;
import org.drover.wps.process.DirectProcess;
import org.drover.wps.process.GeoProcess;
import org.drover.wps.process.PartitionedProcess;
import org.drover.wps.process.ProcessInfo;

/** Reads the description of a process from its class: {@link ProcessInfo} and its two records. */
public final class AnnotatedProcess {

  private static final long MEGABYTE = 1_000_000;

  private AnnotatedProcess() {}

  /**
   * Describes a process class.
   *
   * @throws IllegalArgumentException if the class breaks a rule of process authoring; the message
   *     names the class, the component and what to do
   */
  public static ProcessDescription describe(Class<?> process) {
    ProcessInfo info = process.getAnnotation(ProcessInfo.class);
    if (info == null) {
      throw new IllegalArgumentException(process.getName() + " lacks @ProcessInfo");
    }
    ProcessDescription.Builder builder =
        ProcessDescription.of(info.id(), info.version())
            .texts(
                new Texts(
                    info.title(),
                    info.summary(),
                    Arrays.asList(info.keywords()),
                    ComponentReader.metadata(info.metadata())))
            .queue(info.queue())
            .conformance(process.isAnnotationPresent(ConformanceProcess.class))
            .deterministic(process.isAnnotationPresent(Deterministic.class))
            .inputType(inputType(process))
            .jobControl(jobControl(process, info));
    if (!info.keep().isEmpty()) {
      builder.keep(duration(process, "keep", info.keep()));
    }
    builder.limits(
        new Limits(
            optional(process, "runLimit", info.runLimit()),
            optional(process, "waitLimit", info.waitLimit()),
            info.memoryMegabytes() == 0
                ? OptionalLong.empty()
                : OptionalLong.of(info.memoryMegabytes() * MEGABYTE)));
    RecordReader records = RecordReader.of(process);
    records.inputs(inputType(process)).forEach(builder::input);
    records.outputs(outputType(process)).forEach(builder::output);
    return builder.build();
  }

  private static Optional<Duration> optional(Class<?> process, String attribute, String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(duration(process, attribute, text));
  }

  private static Duration duration(Class<?> process, String attribute, String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          process.getName()
              + " has "
              + attribute
              + " = '"
              + text
              + "', which is no ISO 8601 duration like P1D",
          e);
    }
  }

  private static Set<JobControl> jobControl(Class<?> process, ProcessInfo info) {
    List<JobControl> options = new ArrayList<>();
    if (info.sync()) {
      options.add(JobControl.SYNC_EXECUTE);
    }
    if (info.async()) {
      options.add(JobControl.ASYNC_EXECUTE);
      options.add(JobControl.DISMISS);
    }
    if (options.isEmpty()) {
      throw new IllegalArgumentException(
          process.getName() + " runs neither sync nor async: allow one in @ProcessInfo");
    }
    return EnumSet.copyOf(options);
  }

  /** The record of inputs. */
  public static Class<? extends Record> inputType(Class<?> process) {
    return recordArgument(process, 0);
  }

  /** The record of outputs. */
  public static Class<? extends Record> outputType(Class<?> process) {
    return recordArgument(process, 1);
  }

  private static Class<? extends Record> recordArgument(Class<?> process, int index) {
    return findProcessType(process)
        .map(type -> type.getActualTypeArguments()[index])
        .filter(Class.class::isInstance)
        .map(type -> ((Class<?>) type).<Record>asSubclass(Record.class))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    process.getName()
                        + " must implement DirectProcess<In, Out> or PartitionedProcess<In, Out>"
                        + " with two records"));
  }

  private static Optional<ParameterizedType> findProcessType(Class<?> type) {
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      for (Type candidate : each.getGenericInterfaces()) {
        if (candidate instanceof ParameterizedType parameterized
            && (parameterized.getRawType() == DirectProcess.class
                || parameterized.getRawType() == PartitionedProcess.class
                || parameterized.getRawType() == GeoProcess.class)) {
          return Optional.of(parameterized);
        }
      }
    }
    return Optional.empty();
  }
}
