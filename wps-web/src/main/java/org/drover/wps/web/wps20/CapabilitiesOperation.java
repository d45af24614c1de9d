package org.drover.wps.web.wps20;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.drover.wps.catalogue.CallerCatalogue;
import org.drover.wps.process.registry.Offering;
import org.drover.wps.web.ows.Call;
import org.drover.wps.web.ows.DocumentCache;
import org.drover.wps.web.ows.HiddenProcesses;
import org.drover.wps.web.ows.Languages;
import org.drover.wps.web.ows.ServiceMetadata;
import org.drover.wps.web.ows.UpdateSequences;
import org.drover.wps.web.ows.VersionNegotiation;
import org.drover.wps.web.ows.XmlElements;

/**
 * GetCapabilities (14-065r2 §9.3). Sections and AcceptFormats are not implemented, as 06-121r9
 * allows: the document is always complete. There is one language, so AcceptLanguages changes
 * nothing.
 */
final class CapabilitiesOperation {

  private static final int LONGEST_NAME = 1000;
  private static final List<String> OFFERED = List.of(Wps20.VERSION);

  private final CallerCatalogue catalogue;
  private final ServiceMetadata service;
  private final Languages languages;
  private final DocumentCache<Key> cache = new DocumentCache<>();

  private record Key(String base, Set<String> hidden) {}

  CapabilitiesOperation(CallerCatalogue catalogue, ServiceMetadata service, Languages languages) {
    this.catalogue = catalogue;
    this.service = service;
    this.languages = languages;
  }

  void get(Call call) {
    long sequence = catalogue.updateSequence();
    call.kvp()
        .find("updateSequence")
        .ifPresent(known -> UpdateSequences.requireNotAhead(known, sequence));
    send(call, sequence);
  }

  void post(Call call, XmlElements xml) throws XMLStreamException {
    long sequence = catalogue.updateSequence();
    xml.find("updateSequence").ifPresent(known -> UpdateSequences.requireNotAhead(known, sequence));
    List<String> accepted = new ArrayList<>();
    while (xml.nextChild()) {
      if (xml.is("AcceptVersions")) {
        while (xml.nextChild()) {
          accepted.add(xml.text(LONGEST_NAME, "AcceptVersions").trim());
        }
      } else {
        xml.skip();
      }
    }
    VersionNegotiation.choose(accepted, OFFERED);
    send(call, sequence);
  }

  private void send(Call call, long sequence) {
    Key wanted = new Key(call.base(), HiddenProcesses.of(call, catalogue));
    cache.get(sequence, wanted, key -> make(key, sequence)).send(call.request(), call.response());
  }

  private byte[] make(Key key, long sequence) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new CapabilitiesWriter(bytes, service, languages, key.base() + Wps20.PATH)
        .write(
            catalogue.listBut(key.hidden()).stream()
                .map(Offering::description)
                .map(Offer::new)
                .toList(),
            sequence);
    return bytes.toByteArray();
  }
}
