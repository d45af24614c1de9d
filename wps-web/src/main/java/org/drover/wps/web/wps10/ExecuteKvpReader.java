package org.drover.wps.web.wps10;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.drover.wps.data.Content;
import org.drover.wps.data.DeclaredFormat;
import org.drover.wps.data.Input;
import org.drover.wps.data.InputValue;
import org.drover.wps.data.OutputRequest;
import org.drover.wps.execution.request.ExecuteRequest;
import org.drover.wps.process.describe.DataDescription;
import org.drover.wps.process.describe.InputDescription;
import org.drover.wps.process.describe.ProcessDescription;
import org.drover.wps.web.ows.Base64Choice;
import org.drover.wps.web.ows.BoxText;
import org.drover.wps.web.ows.Kvp;
import org.drover.wps.web.ows.Lexical;
import org.drover.wps.web.ows.OwsException;

/** Reads Execute from a URL (05-007r7 §10.2.2). */
final class ExecuteKvpReader {

  private final Kvp kvp;
  private final ProcessDescription process;
  private final String language;

  ExecuteKvpReader(Kvp kvp, ProcessDescription process, String language) {
    this.kvp = kvp;
    this.process = process;
    this.language = language;
  }

  ExecuteRequest read() {
    List<Input> inputs = new ArrayList<>();
    for (KvpItem item : items("DataInputs")) {
      inputs.add(Input.of(item.id(), value(item)));
    }
    return form().checked(process).request(process.id(), inputs, language);
  }

  private List<KvpItem> items(String parameter) {
    return kvp.findRaw(parameter).map(raw -> KvpItem.list(parameter, raw)).orElse(List.of());
  }

  private ResponseForm form() {
    List<KvpItem> raw = items("RawDataOutput");
    List<KvpItem> document = items("ResponseDocument");
    if (!raw.isEmpty() && !document.isEmpty()) {
      throw OwsException.invalid(
          "RawDataOutput", "Ask for RawDataOutput or for ResponseDocument, not for both.");
    }
    if (raw.size() > 1) {
      throw OwsException.invalid("RawDataOutput", "RawDataOutput names exactly one output.");
    }
    return new ResponseForm(
        (raw.isEmpty() ? document : raw).stream().map(ExecuteKvpReader::output).toList(),
        !raw.isEmpty(),
        kvp.flag("storeExecuteResponse"),
        kvp.flag("lineage"),
        kvp.flag("status"));
  }

  private static OutputRequest output(KvpItem item) {
    return new OutputRequest(
        item.id(),
        item.format(),
        item.find("uom"),
        item.find("asreference").map(it -> Lexical.flag("asReference", it)).orElse(false),
        Optional.empty(),
        Optional.empty());
  }

  private InputValue value(KvpItem item) {
    Optional<String> href = item.find("href");
    if (href.isPresent()) {
      return reference(item, href.get());
    }
    Optional<InputDescription> input = process.findInput(item.id());
    String text = item.value().orElse("");
    if (input.isPresent() && input.get().data() instanceof DataDescription.Complex) {
      return complex(item, input, text);
    }
    if (input.isPresent() && input.get().data() instanceof DataDescription.Box) {
      return BoxText.ofKvp(item.id(), text);
    }
    return new InputValue.Literal(text, item.find("datatype"), item.find("uom"));
  }

  private static InputValue complex(KvpItem item, Optional<InputDescription> input, String text) {
    DeclaredFormat format = item.format();
    byte[] bytes =
        Base64Choice.applies(format, input)
            ? base64(item.id(), text)
            : text.getBytes(StandardCharsets.UTF_8);
    return new InputValue.Complex(format, new Content.InMemory(bytes));
  }

  private static byte[] base64(String input, String text) {
    try {
      // A plus sign that was not percent-encoded came through as a space.
      return Base64.getDecoder().decode(text.replace(' ', '+').replaceAll("[\r\n\t]", ""));
    } catch (IllegalArgumentException e) {
      throw OwsException.invalid(input, "The data of '" + input + "' is not base64.");
    }
  }

  private static InputValue reference(KvpItem item, String href) {
    String method = item.find("method").orElse("GET").toUpperCase(Locale.ROOT);
    return new InputValue.Reference(
        href,
        ReferenceMethod.isPost(item.id(), method),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        item.format());
  }
}
