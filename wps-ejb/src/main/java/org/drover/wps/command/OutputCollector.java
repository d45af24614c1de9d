package org.drover.wps.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.drover.wps.backend.ProgramRun;
import org.drover.wps.command.CommandDefinition.OutputSource;
import org.drover.wps.data.codec.LiteralCodec;
import org.drover.wps.data.codec.MalformedDataException;
import org.drover.wps.process.ProcessFailedException;
import org.drover.wps.process.data.ComplexData;
import org.drover.wps.process.data.Format;
import org.drover.wps.process.describe.DataDescription;
import org.drover.wps.process.describe.OutputDescription;

/** Takes the outputs of a program that has ended. What it made is not trusted to be a file. */
final class OutputCollector {

  private static final int LONGEST_LITERAL = 64_000;

  private final CommandDefinition command;
  private final OutputFormats wanted;

  OutputCollector(CommandDefinition command, OutputFormats wanted) {
    this.command = command;
    this.wanted = wanted;
  }

  /**
   * The values by output.
   *
   * @throws ProcessFailedException if an output is missing, no plain file, or not of its format
   */
  Map<String, Object> collect(ProgramRun run) throws IOException {
    Map<String, Object> values = new LinkedHashMap<>();
    for (OutputDescription output : command.description().outputs()) {
      OutputSource source = command.files().get(output.id());
      Optional<Path> file = find(run, output.id(), source);
      if (file.isPresent()) {
        values.put(output.id(), value(output, file.get()));
      } else if (!source.optional()) {
        throw new ProcessFailedException(
            "The program ended well, but wrote no output '" + output.id() + "'.");
      }
    }
    return values;
  }

  private Optional<Path> find(ProgramRun run, String id, OutputSource source) {
    if (source.stdout()) {
      return Optional.of(run.stdout());
    }
    Path file = run.folder().resolve(wanted.fileName(id));
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new ProcessFailedException(
          "The program left something other than a plain file as output '" + id + "'.");
    }
    return Optional.of(file);
  }

  private Object value(OutputDescription output, Path file) throws IOException {
    if (output.data() instanceof DataDescription.Literal literal) {
      return literal(output.id(), literal, file);
    }
    Format format = wanted.of(output.id());
    if (!Signature.fits(format, file)) {
      throw new ProcessFailedException(
          "What the program wrote as output '"
              + output.id()
              + "' is not "
              + format.mediaType()
              + ".");
    }
    return ComplexData.of(format, file);
  }

  private static Object literal(String id, DataDescription.Literal literal, Path file)
      throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      String text = new String(in.readNBytes(LONGEST_LITERAL), StandardCharsets.UTF_8);
      return LiteralCodec.parse(literal.type(), text.strip());
    } catch (MalformedDataException e) {
      throw new ProcessFailedException(
          "What the program wrote as output '" + id + "' is no " + literal.type().xsdName() + ".",
          e);
    }
  }
}
