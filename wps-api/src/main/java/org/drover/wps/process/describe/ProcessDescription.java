package org.drover.wps.process.describe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.drover.wps.process.data.BoundingBox;
import org.drover.wps.process.data.Format;

/**
 * What a process offers, free of any protocol.
 *
 * @param id identifier, unique in the service
 * @param version raised when the result for the same inputs may differ
 * @param jobControl how it may run
 * @param queue name of the queue its jobs wait in
 * @param keep how long finished jobs and their outputs are kept; empty for the server's setting
 * @param limits how long its jobs may run and wait
 * @param deterministic whether the same inputs always make the same outputs; see {@link
 *     org.drover.wps.process.Deterministic}
 * @param inputType record the inputs are bound to: the Bean Validation constraints on its
 *     components hold for them; empty when there is none
 */
public record ProcessDescription(
    String id,
    String version,
    Texts texts,
    List<InputDescription> inputs,
    List<OutputDescription> outputs,
    Set<JobControl> jobControl,
    String queue,
    Optional<Duration> keep,
    Limits limits,
    boolean deterministic,
    Optional<Class<? extends Record>> inputType) {

  public ProcessDescription {
    Objects.requireNonNull(texts);
    Objects.requireNonNull(queue);
    Objects.requireNonNull(keep);
    Objects.requireNonNull(limits);
    Objects.requireNonNull(inputType);
    if (!id.matches("[A-Za-z0-9._:-]+")) {
      throw new IllegalArgumentException(
          "process id '" + id + "' has characters other than letters, digits, . _ : -");
    }
    if (version.isBlank()) {
      throw new IllegalArgumentException("process " + id + " has no version");
    }
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    jobControl = Set.copyOf(jobControl);
    if (outputs.isEmpty()) {
      throw new IllegalArgumentException("process " + id + " has no output");
    }
    requireUnique(id, inputs.stream().map(InputDescription::id).toList());
    requireUnique(id, outputs.stream().map(OutputDescription::id).toList());
  }

  private static void requireUnique(String process, List<String> ids) {
    Set<String> seen = new HashSet<>();
    for (String each : ids) {
      if (!seen.add(each)) {
        throw new IllegalArgumentException("process " + process + " names '" + each + "' twice");
      }
    }
  }

  public Optional<InputDescription> findInput(String input) {
    return inputs.stream().filter(it -> it.id().equals(input)).findFirst();
  }

  public Optional<OutputDescription> findOutput(String output) {
    return outputs.stream().filter(it -> it.id().equals(output)).findFirst();
  }

  public boolean allows(JobControl control) {
    return jobControl.contains(control);
  }

  /** Stands for a process that was on offer once and is not now: its jobs can still be shown. */
  public static ProcessDescription withdrawn(String id, String version) {
    return of(id, version)
        .title(id + " (no longer on offer)")
        .literalOutput("none", "None", LiteralType.STRING)
        .build();
  }

  /** Begins a description by hand. */
  public static Builder of(String id, String version) {
    return new Builder(id, version);
  }

  /** Makes a description step by step. */
  public static final class Builder {
    private final String id;
    private final String version;
    private Texts texts;
    private final List<InputDescription> inputs = new ArrayList<>();
    private final List<OutputDescription> outputs = new ArrayList<>();
    private Set<JobControl> jobControl = EnumSet.allOf(JobControl.class);
    private String queue = "short";
    private Duration keep;
    private Limits limits = Limits.NONE;
    private boolean deterministic;
    private Class<? extends Record> inputType;

    private Builder(String id, String version) {
      this.id = id;
      this.version = version;
      this.texts = Texts.titled(id);
    }

    public Builder texts(Texts value) {
      texts = value;
      return this;
    }

    public Builder title(String title) {
      return texts(Texts.titled(title));
    }

    public Builder input(InputDescription input) {
      inputs.add(input);
      return this;
    }

    public Builder output(OutputDescription output) {
      outputs.add(output);
      return this;
    }

    /** Adds a literal input that must be given once and may have any value. */
    public Builder literalInput(String input, String title, LiteralType type) {
      return input(
          new InputDescription(
              input, Texts.titled(title), 1, 1, anyLiteral(type), type.javaType()));
    }

    /** Adds a complex input that must be given once, default format first. */
    public Builder complexInput(
        String input, String title, Class<?> valueType, List<Format> formats) {
      return input(
          new InputDescription(input, Texts.titled(title), 1, 1, complex(formats), valueType));
    }

    /** Adds a bounding box input that must be given once, default CRS first. */
    public Builder boxInput(String input, String title, List<String> crs) {
      return input(
          new InputDescription(
              input,
              Texts.titled(title),
              1,
              1,
              new DataDescription.Box(crs, Optional.empty()),
              BoundingBox.class));
    }

    public Builder literalOutput(String output, String title, LiteralType type) {
      return output(
          new OutputDescription(output, Texts.titled(title), anyLiteral(type), type.javaType()));
    }

    public Builder complexOutput(
        String output, String title, Class<?> valueType, List<Format> formats) {
      return output(
          new OutputDescription(output, Texts.titled(title), complex(formats), valueType));
    }

    private static DataDescription anyLiteral(LiteralType type) {
      return new DataDescription.Literal(
          type, List.of(), new AllowedValues.Any(), Optional.empty());
    }

    private static DataDescription complex(List<Format> formats) {
      return new DataDescription.Complex(formats, OptionalLong.empty());
    }

    public Builder jobControl(Set<JobControl> value) {
      jobControl = value;
      return this;
    }

    public Builder queue(String value) {
      queue = value;
      return this;
    }

    public Builder keep(Duration value) {
      keep = value;
      return this;
    }

    public Builder limits(Limits value) {
      limits = value;
      return this;
    }

    public Builder deterministic(boolean value) {
      deterministic = value;
      return this;
    }

    public Builder inputType(Class<? extends Record> value) {
      inputType = value;
      return this;
    }

    public ProcessDescription build() {
      return new ProcessDescription(
          id,
          version,
          texts,
          inputs,
          outputs,
          jobControl,
          queue,
          Optional.ofNullable(keep),
          limits,
          deterministic,
          Optional.ofNullable(inputType));
    }
  }
}
