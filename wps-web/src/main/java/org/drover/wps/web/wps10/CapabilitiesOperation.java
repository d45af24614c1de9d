package org.drover.wps.web.wps10;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.drover.wps.web.ows.CachedDocument;
import org.drover.wps.web.ows.Call;
import org.drover.wps.web.ows.DocumentCache;
import org.drover.wps.web.ows.Kvp;
import org.drover.wps.web.ows.Languages;
import org.drover.wps.web.ows.ServiceMetadata;
import org.drover.wps.web.ows.UpdateSequences;
import org.drover.wps.web.ows.VersionNegotiation;
import org.drover.wps.web.ows.XmlElements;

/** GetCapabilities (05-007r7 §8). */
final class CapabilitiesOperation {

  private static final int LONGEST_NAME = 1000;
  private static final List<String> OFFERED = List.of(Wps10.VERSION);

  private final FlatProcesses processes;
  private final ServiceMetadata service;
  private final Languages languages;
  private final DocumentCache<Key> cache = new DocumentCache<>();

  private record Key(String base, String language, Set<String> hidden) {}

  CapabilitiesOperation(FlatProcesses processes, ServiceMetadata service, Languages languages) {
    this.processes = processes;
    this.service = service;
    this.languages = languages;
  }

  void get(Call call) {
    Kvp kvp = call.kvp();
    long sequence = processes.updateSequence();
    kvp.find("updateSequence").ifPresent(known -> UpdateSequences.requireNotAhead(known, sequence));
    send(call, languages.choose(kvp.find("language")), sequence);
  }

  void post(Call call, XmlElements xml) throws XMLStreamException {
    String language = languages.choose(xml.find("language"));
    long sequence = processes.updateSequence();
    xml.find("updateSequence").ifPresent(known -> UpdateSequences.requireNotAhead(known, sequence));
    List<String> accepted = new ArrayList<>();
    while (xml.nextChild()) {
      boolean versions = xml.is("AcceptVersions");
      while (xml.nextChild()) {
        String text = xml.text(LONGEST_NAME, "AcceptVersions").trim();
        if (versions) {
          accepted.add(text);
        }
      }
    }
    VersionNegotiation.choose(accepted, OFFERED);
    send(call, language, sequence);
  }

  private void send(Call call, String language, long sequence) {
    Set<String> hidden = processes.hiddenFrom(call);
    CachedDocument document =
        cache.get(sequence, new Key(call.base(), language, hidden), key -> make(key, sequence));
    document.send(call.request(), call.response());
  }

  private byte[] make(Key key, long sequence) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new CapabilitiesWriter(bytes, service, languages, key.base() + Wps10.PATH)
        .write(processes.listBut(key.hidden()), sequence, key.language());
    return bytes.toByteArray();
  }
}
