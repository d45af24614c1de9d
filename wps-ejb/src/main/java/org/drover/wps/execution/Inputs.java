package org.drover.wps.execution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drover.wps.data.Durable;
import org.drover.wps.data.Input;
import org.drover.wps.data.InputDecoder;
import org.drover.wps.data.InputValue;
import org.drover.wps.data.StoredJson;
import org.drover.wps.data.fetch.Fetcher;
import org.drover.wps.data.fetch.StopSignal;
import org.drover.wps.process.describe.InputDescription;
import org.drover.wps.process.describe.ProcessDescription;

/** Turns checked inputs into what a process gets: references fetched, data decoded. */
@ApplicationScoped
public class Inputs {

  @Inject private Fetcher fetcher;
  @Inject private InputCheck check;
  @Inject private Constraints constraints;
  @Inject private StoredJson json;

  /**
   * Fetches and decodes all inputs.
   *
   * @param folder where large data may be put
   * @param sources is told what was fetched
   * @param stop ends what is being fetched
   */
  Map<String, List<Object>> decode(
      ProcessDescription process, List<Input> inputs, Path folder, Sources sources, StopSignal stop)
      throws IOException {
    Map<String, List<Object>> values = new LinkedHashMap<>();
    for (int i = 0; i < inputs.size(); i++) {
      InputDescription description = description(process, inputs.get(i));
      Fetcher.Tagged read =
          fetched(description, inputs.get(i).value(), folder.resolve("fetched-" + i), stop);
      sources.fetched(i, read.entityTag());
      add(values, description, InputDecoder.decode(description, read.value(), folder));
    }
    constraints.check(process, values);
    return values;
  }

  /**
   * Fetches all inputs and makes them cheap to open again and again. What is there already, from an
   * earlier attempt, is not done again: a reference is fetched once in the life of a job. Each
   * attempt writes files of its own, and the first that is ready counts.
   *
   * @param epoch of the attempt
   * @param stop ends what is being fetched
   */
  void stage(
      ProcessDescription process, List<Input> inputs, Path folder, long epoch, StopSignal stop)
      throws IOException {
    Files.createDirectories(folder);
    for (int i = 0; i < inputs.size(); i++) {
      InputDescription description = description(process, inputs.get(i));
      Path note = folder.resolve("value-" + i + ".json");
      if (!Files.exists(note)) {
        String mine = i + "." + epoch;
        Fetcher.Tagged read =
            fetched(description, inputs.get(i).value(), folder.resolve("fetched-" + mine), stop);
        InputValue value = read.value();
        if (value instanceof InputValue.Complex complex && complex.content().file().isPresent()) {
          Durable.force(complex.content().file().get());
        }
        InputDecoder.stage(description, value, folder.resolve("input-" + mine));
        Path draft = folder.resolve("value-" + mine + ".draft");
        Staged staged = new Staged(value, "input-" + mine, read.entityTag());
        Files.writeString(draft, json.write(staged));
        Durable.publishFirst(draft, note);
      }
    }
  }

  /** Opens what {@link #stage} has made ready. */
  Map<String, List<Object>> open(ProcessDescription process, List<Input> inputs, Path folder)
      throws IOException {
    Map<String, List<Object>> values = new LinkedHashMap<>();
    for (int i = 0; i < inputs.size(); i++) {
      InputDescription description = description(process, inputs.get(i));
      Staged staged = staged(folder, i);
      Path file = folder.resolve(staged.file());
      add(values, description, InputDecoder.open(description, staged.value(), file));
    }
    constraints.check(process, values);
    return values;
  }

  /** Which versions of its references {@link #stage} has read. */
  Sources sources(List<Input> inputs, Path folder) throws IOException {
    Sources sources = new Sources();
    for (int i = 0; i < inputs.size(); i++) {
      sources.fetched(i, staged(folder, i).entityTag());
    }
    return sources;
  }

  private Staged staged(Path folder, int index) throws IOException {
    return json.read(Files.readString(folder.resolve("value-" + index + ".json")), Staged.class);
  }

  private Fetcher.Tagged fetched(
      InputDescription input, InputValue value, Path file, StopSignal stop) {
    if (!(value instanceof InputValue.Reference reference)) {
      return new Fetcher.Tagged(value, Optional.empty());
    }
    Fetcher.Tagged tagged = fetcher.fetchTagged(input, reference, file, stop);
    return new Fetcher.Tagged(check.checkFetched(input, tagged.value()), tagged.entityTag());
  }

  private static InputDescription description(ProcessDescription process, Input input) {
    return process
        .findInput(input.id())
        .orElseThrow(() -> new IllegalStateException("unchecked input " + input.id()));
  }

  private static void add(
      Map<String, List<Object>> values, InputDescription description, Object value) {
    values.computeIfAbsent(description.id(), it -> new ArrayList<>()).add(value);
  }

  /**
   * An input as fetched. (JSON keeps the kind of a member, not of a root.)
   *
   * @param file name of the file it may have been put into
   * @param entityTag strong entity tag of what was fetched
   */
  record Staged(InputValue value, String file, Optional<String> entityTag) {}
}
