package org.drover.wps.execution.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drover.wps.data.Input;
import org.drover.wps.data.InputDecoder;
import org.drover.wps.data.InputTree;
import org.drover.wps.data.InputValue;
import org.drover.wps.data.StoredJson;
import org.drover.wps.data.fetch.Fetcher;
import org.drover.wps.data.fetch.StopSignal;
import org.drover.wps.process.describe.InputDescription;
import org.drover.wps.process.describe.ProcessDescription;
import org.drover.wps.worker.file.Durable;

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
  public Map<String, List<Object>> decode(
      ProcessDescription process, List<Input> inputs, Path folder, Sources sources, StopSignal stop)
      throws IOException {
    Map<String, List<Object>> values =
        new InputTree(process, inputs).values(leaf -> decode(leaf, folder, sources, stop));
    constraints.check(process, values);
    return values;
  }

  private Object decode(InputTree.Leaf leaf, Path folder, Sources sources, StopSignal stop)
      throws IOException {
    Path file = folder.resolve("fetched-" + leaf.no());
    Fetcher.Tagged read = fetched(leaf.description(), leaf.value(), file, stop);
    sources.fetched(leaf.no(), read.entityTag());
    return InputDecoder.decode(leaf.description(), read.value(), folder);
  }

  /**
   * Fetches all inputs and makes them cheap to open again and again. What is there already, from an
   * earlier attempt, is not done again: a reference is fetched once in the life of a job. Each
   * attempt writes files of its own, and the first that is ready counts.
   *
   * @param epoch of the attempt
   * @param stop ends what is being fetched
   */
  public void stage(
      ProcessDescription process, List<Input> inputs, Path folder, long epoch, StopSignal stop)
      throws IOException {
    Files.createDirectories(folder);
    for (InputTree.Leaf leaf : new InputTree(process, inputs).leaves()) {
      Path note = note(folder, leaf.no());
      if (!Files.exists(note)) {
        stage(leaf, note, epoch, stop);
      }
    }
  }

  private void stage(InputTree.Leaf leaf, Path note, long epoch, StopSignal stop)
      throws IOException {
    String mine = leaf.no() + "." + epoch;
    Fetcher.Tagged read =
        fetched(leaf.description(), leaf.value(), note.resolveSibling("fetched-" + mine), stop);
    InputValue value = read.value();
    if (value instanceof InputValue.Complex complex && complex.content().file().isPresent()) {
      Durable.force(complex.content().file().get());
    }
    InputDecoder.stage(leaf.description(), value, note.resolveSibling("input-" + mine));
    Path draft = note.resolveSibling("value-" + mine + ".draft");
    Staged staged = new Staged(value, "input-" + mine, read.entityTag());
    Files.writeString(draft, json.write(staged));
    Durable.publishFirst(draft, note);
  }

  private static Path note(Path folder, int leaf) {
    return folder.resolve("value-" + leaf + ".json");
  }

  /** Opens what {@link #stage} has made ready. */
  public Map<String, List<Object>> open(ProcessDescription process, List<Input> inputs, Path folder)
      throws IOException {
    Map<String, List<Object>> values =
        new InputTree(process, inputs).values(leaf -> open(leaf, folder));
    constraints.check(process, values);
    return values;
  }

  private Object open(InputTree.Leaf leaf, Path folder) throws IOException {
    Staged staged = staged(folder, leaf.no());
    return InputDecoder.open(leaf.description(), staged.value(), folder.resolve(staged.file()));
  }

  /** Which versions of its references {@link #stage} has read. */
  public Sources sources(ProcessDescription process, List<Input> inputs, Path folder)
      throws IOException {
    Sources sources = new Sources();
    for (InputTree.Leaf leaf : new InputTree(process, inputs).leaves()) {
      sources.fetched(leaf.no(), staged(folder, leaf.no()).entityTag());
    }
    return sources;
  }

  private Staged staged(Path folder, int leaf) throws IOException {
    return json.read(Files.readString(note(folder, leaf)), Staged.class);
  }

  private Fetcher.Tagged fetched(
      InputDescription input, InputValue value, Path file, StopSignal stop) {
    if (!(value instanceof InputValue.Reference reference)) {
      return new Fetcher.Tagged(value, Optional.empty());
    }
    Fetcher.Tagged tagged = fetcher.fetchTagged(input, reference, file, stop);
    return new Fetcher.Tagged(check.checkFetched(input, tagged.value()), tagged.entityTag());
  }

  /**
   * An input as fetched. (JSON keeps the kind of a member, not of a root.)
   *
   * @param file name of the file it may have been put into
   * @param entityTag strong entity tag of what was fetched
   */
  record Staged(InputValue value, String file, Optional<String> entityTag) {}
}
