package org.drover.wps.web.wps10;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.drover.wps.process.describe.ProcessDescription;
import org.drover.wps.security.Caller;
import org.drover.wps.web.ows.CachedDocument;
import org.drover.wps.web.ows.Call;
import org.drover.wps.web.ows.Callers;
import org.drover.wps.web.ows.DocumentCache;
import org.drover.wps.web.ows.Languages;
import org.drover.wps.web.ows.OwsException;
import org.drover.wps.web.ows.XmlElements;

/** DescribeProcess (05-007r7 §9). */
final class DescribeOperation {

  private static final int LONGEST_NAME = 1000;
  private static final int MOST_IDENTIFIERS = 1000;
  private static final String ALL = "ALL";

  private final FlatProcesses processes;
  private final Languages languages;
  private final DocumentCache<Key> cache = new DocumentCache<>();

  private record Key(String process, String language, Set<String> hidden) {}

  DescribeOperation(FlatProcesses processes, Languages languages) {
    this.processes = processes;
    this.languages = languages;
  }

  void get(Call call) {
    List<String> ids =
        Arrays.stream(call.kvp().get("identifier").split(",", -1))
            .map(String::trim)
            .filter(it -> !it.isEmpty())
            .toList();
    send(call, ids, languages.choose(call.kvp().find("language")));
  }

  void post(Call call, XmlElements xml) throws XMLStreamException {
    String language = languages.choose(xml.find("language"));
    List<String> ids = new ArrayList<>();
    while (xml.nextChild()) {
      if (!xml.is("Identifier") || ids.size() > MOST_IDENTIFIERS) {
        throw xml.unexpected();
      }
      ids.add(xml.text(LONGEST_NAME, "identifier").trim());
    }
    send(call, ids, language);
  }

  /** One process, or all, is what clients ask for: those documents are kept. */
  private void send(Call call, List<String> ids, String language) {
    if (ids.isEmpty() || ids.contains("")) {
      throw OwsException.missing("identifier");
    }
    if (ids.size() > MOST_IDENTIFIERS) {
      throw OwsException.invalid("identifier", "Ask for fewer processes, or for ALL.");
    }
    long sequence = processes.updateSequence();
    CachedDocument document;
    if (ids.stream().anyMatch(ALL::equalsIgnoreCase)) {
      Key all = new Key(ALL, language, processes.hiddenFrom(call));
      document = cache.get(sequence, all, key -> make(processes.listBut(key.hidden()), language));
    } else {
      Caller caller = Callers.of(call.request());
      List<ProcessDescription> asked = ids.stream().map(id -> one(id, caller)).toList();
      document =
          asked.size() == 1
              ? cache.get(
                  sequence,
                  new Key(asked.get(0).id(), language, Set.of()),
                  key -> make(asked, language))
              : new CachedDocument(make(asked, language));
    }
    document.send(call.request(), call.response());
  }

  private ProcessDescription one(String id, Caller caller) {
    return processes
        .find(id, caller)
        .orElseThrow(
            () -> OwsException.invalid("identifier", "There is no process '" + id + "' here."));
  }

  private static byte[] make(List<ProcessDescription> processes, String language) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new DescribeWriter(bytes).write(processes, language);
    return bytes.toByteArray();
  }
}
