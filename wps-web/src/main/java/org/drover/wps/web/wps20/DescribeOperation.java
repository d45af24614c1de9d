package org.drover.wps.web.wps20;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import org.drover.wps.catalogue.CallerCatalogue;
import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;
import org.drover.wps.process.registry.Offering;
import org.drover.wps.security.Caller;
import org.drover.wps.web.ows.CachedDocument;
import org.drover.wps.web.ows.Call;
import org.drover.wps.web.ows.Callers;
import org.drover.wps.web.ows.DocumentCache;
import org.drover.wps.web.ows.HiddenProcesses;
import org.drover.wps.web.ows.Languages;
import org.drover.wps.web.ows.Namespace;
import org.drover.wps.web.ows.OwsException;
import org.drover.wps.web.ows.VersionNegotiation;
import org.drover.wps.web.ows.XmlElements;

/** DescribeProcess (14-065r2 §9.4). */
final class DescribeOperation {

  private static final int LONGEST_NAME = 1000;
  private static final int MOST_IDENTIFIERS = 1000;
  private static final String ALL = "ALL";

  private final CallerCatalogue catalogue;
  private final Languages languages;
  private final DocumentCache<Key> cache = new DocumentCache<>();

  private record Key(String process, String language, Set<String> hidden) {}

  DescribeOperation(CallerCatalogue catalogue, Languages languages) {
    this.catalogue = catalogue;
    this.languages = languages;
  }

  void get(Call call) {
    List<String> ids =
        Arrays.stream(call.kvp().get("identifier").split(",", -1))
            .map(String::trim)
            .filter(it -> !it.isEmpty())
            .toList();
    send(call, ids, language(call.kvp().find("lang").orElse("")));
  }

  void post(Call call, XmlElements xml) throws XMLStreamException {
    String wanted = xml.reader().getAttributeValue(Namespace.XML.uri(), "lang");
    List<String> ids = new ArrayList<>();
    while (xml.nextChild()) {
      if (xml.is("Extension")) {
        xml.skip();
      } else if (xml.is("Identifier") && ids.size() <= MOST_IDENTIFIERS) {
        ids.add(xml.text(LONGEST_NAME, "Identifier").trim());
      } else {
        throw xml.unexpected();
      }
    }
    send(call, ids, language(wanted == null ? "" : wanted));
  }

  /** Of a list of languages any may be given (14-065r2 §10.2, DescribeProcess by KVP). */
  private String language(String wanted) {
    List<String> all = VersionNegotiation.list(wanted);
    return all.size() > 1
        ? languages.best(all)
        : languages.choose("lang", all.stream().findFirst());
  }

  /** One process, or all, is what clients ask for: those documents are kept. */
  private void send(Call call, List<String> ids, String language) {
    if (ids.isEmpty() || ids.contains("")) {
      throw OwsException.missing("Identifier");
    }
    if (ids.size() > MOST_IDENTIFIERS) {
      throw OwsException.invalid("Identifier", "Ask for fewer processes, or for ALL.");
    }
    document(call, ids, language).send(call.request(), call.response());
  }

  private CachedDocument document(Call call, List<String> ids, String language) {
    long sequence = catalogue.updateSequence();
    if (ids.stream().anyMatch(ALL::equalsIgnoreCase)) {
      Key all = new Key(ALL, language, HiddenProcesses.of(call, catalogue));
      return cache.get(sequence, all, key -> make(catalogue.listBut(key.hidden()), language));
    }
    List<Offering> asked = asked(ids, Callers.of(call.request()));
    return asked.size() == 1
        ? cache.get(sequence, new Key(ids.get(0), language, Set.of()), key -> make(asked, language))
        : new CachedDocument(make(asked, language));
  }

  private List<Offering> asked(List<String> ids, Caller caller) {
    List<Offering> found =
        ids.stream().flatMap(id -> catalogue.findOffering(id, caller).stream()).toList();
    if (found.size() == ids.size()) {
      return found;
    }
    Set<String> there =
        found.stream().map(it -> it.description().id()).collect(Collectors.toUnmodifiableSet());
    String missing =
        ids.stream().filter(it -> !there.contains(it)).collect(Collectors.joining(","));
    throw new WpsException(
        Fault.NO_SUCH_PROCESS, missing, "There is no such process here: " + missing + ".");
  }

  private static byte[] make(List<Offering> offerings, String language) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new DescribeWriter(bytes)
        .write(offerings.stream().map(Offering::description).map(Offer::new).toList(), language);
    return bytes.toByteArray();
  }
}
