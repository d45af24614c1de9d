package org.drover.wps.process.describe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.drover.wps.process.data.BoundingBox;
import org.drover.wps.process.data.ComplexData;
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
 * @param conformance whether it is offered to test suites only; see {@link
 *     org.drover.wps.process.ConformanceProcess}
 * @param mutable whether clients who may deploy can replace and undeploy it
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
    boolean conformance,
    boolean mutable,
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
    NestingRules.requireInputs(id, inputs, 1);
    NestingRules.requireOutputs(id, outputs, 1);
  }

  /**
   * An input by its identifier, or by its path if it is nested.
   *
   * @return the input, with its path for an identifier
   */
  public Optional<InputDescription> findInput(String path) {
    List<InputDescription> candidates = inputs;
    Optional<InputDescription> found = Optional.empty();
    for (String each : IdPath.split(path)) {
      String outer = found.map(InputDescription::id).orElse("");
      found =
          candidates.stream()
              .filter(it -> it.id().equals(each))
              .findFirst()
              .map(it -> it.within(outer));
      candidates = found.flatMap(InputDescription::members).orElse(List.of());
    }
    return found;
  }

  /**
   * An output by its identifier, or by its path if it is nested.
   *
   * @return the output, with its path for an identifier
   */
  public Optional<OutputDescription> findOutput(String path) {
    List<OutputDescription> candidates = outputs;
    Optional<OutputDescription> found = Optional.empty();
    for (String each : IdPath.split(path)) {
      String outer = found.map(OutputDescription::id).orElse("");
      found =
          candidates.stream()
              .filter(it -> it.id().equals(each))
              .findFirst()
              .map(it -> it.within(outer));
      candidates = found.flatMap(OutputDescription::members).orElse(List.of());
    }
    return found;
  }

  /** All outputs that are no groups, in order, each with its path for an identifier. */
  public List<OutputDescription> leafOutputs() {
    return outputs.stream().flatMap(OutputDescription::leaves).toList();
  }

  /**
   * Those of an output: itself, or all a group comes down to, each with its path for an identifier.
   */
  public List<OutputDescription> leafOutputs(String path) {
    return findOutput(path).stream().flatMap(OutputDescription::leaves).toList();
  }

  /** Whether an input is a group of inputs. */
  public boolean nestsInputs() {
    return inputs.stream().anyMatch(it -> it.members().isPresent());
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
    private boolean conformance;
    private boolean mutable;
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

    /**
     * Adds an input of JSON that must be given once.
     *
     * @param schema as {@link org.drover.wps.process.JsonSchema} has it
     */
    public Builder jsonInput(String input, String title, String schema) {
      return input(
          new InputDescription(input, Texts.titled(title), 1, 1, json(schema), ComplexData.class));
    }

    /** Adds an output of JSON. */
    public Builder jsonOutput(String output, String title, String schema) {
      return output(
          new OutputDescription(output, Texts.titled(title), json(schema), ComplexData.class));
    }

    private static DataDescription json(String schema) {
      return new DataDescription.Complex(
          List.of(Format.JSON), OptionalLong.empty(), Optional.of(schema));
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

    /**
     * Adds a group of inputs that must be given once. The process gets it as a map from identifiers
     * to the values of each occurrence.
     */
    public Builder groupInput(String input, String title, List<InputDescription> members) {
      return input(
          new InputDescription(
              input,
              Texts.titled(title),
              1,
              1,
              new DataDescription.InputGroup(members),
              Map.class));
    }

    /** Adds a group of outputs, which the process gives as a map from identifiers to values. */
    public Builder groupOutput(String output, String title, List<OutputDescription> members) {
      return output(
          new OutputDescription(
              output, Texts.titled(title), new DataDescription.OutputGroup(members), Map.class));
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

    public Builder conformance(boolean value) {
      conformance = value;
      return this;
    }

    /** Whether clients who may deploy can replace and undeploy it; not so by default. */
    public Builder mutable(boolean value) {
      mutable = value;
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
          conformance,
          mutable,
          Optional.ofNullable(inputType));
    }
  }
}
