package org.drover.wps.web.ows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProtocolsTest {

  private static final WpsProtocol OLD = new Version("1.0.0", "one", "describeprocess", "execute");
  private static final WpsProtocol NEW =
      new Version("2.0.0", "two", "describeprocess", "getstatus");

  private static final class Version implements WpsProtocol {
    private final String version;
    private final String namespace;
    private final Set<String> operations;

    private Version(String version, String namespace, String... operations) {
      this.version = version;
      this.namespace = namespace;
      this.operations = Set.of(operations);
    }

    @Override
    public String version() {
      return version;
    }

    @Override
    public Set<String> namespaces() {
      return Set.of(namespace);
    }

    @Override
    public Set<String> operations() {
      return operations;
    }

    @Override
    public void get(Call call) {}

    @Override
    public void post(Call call, XMLStreamReader body) {}

    @Override
    public void report(Call call, OwsError error) {}

    @Override
    public String codeOfDefects() {
      return "";
    }

    @Override
    public Optional<OwsError> describe(RuntimeException failure) {
      return Optional.empty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "request=GetCapabilities,1.0.0",
    "request=GetCapabilities&AcceptVersions=,1.0.0",
    "request=GetCapabilities&AcceptVersions=2.0.0%2C1.0.0,2.0.0",
    "'request=GetCapabilities&AcceptVersions=3.0.0,1.0.0&version=2.0.0',1.0.0",
    "request=GetCapabilities&version=2.0.0,2.0.0",
    "request=DescribeProcess&version=2.0.0,2.0.0",
    "request=DescribeProcess,1.0.0",
    "request=DescribeProcess&version=7,1.0.0",
    "request=GetStatus,2.0.0",
    "request=Execute,1.0.0",
    "request=Fly,1.0.0"
  })
  void aKvpRequestGoesToTheVersionItNamesElseToTheOneThatKnowsIt(String query, String version) {
    assertThat(Protocols.fromSettings(List.of(NEW, OLD)).forKvp(Kvp.of(query)).version())
        .isEqualTo(version);
  }

  @Test
  void theAdministratorChoosesWhichAnswersThoseWhoDoNotCare() {
    System.setProperty(Protocols.DEFAULT.key(), "2.0.0");
    try {
      Protocols protocols = Protocols.fromSettings(List.of(OLD, NEW));
      assertThat(protocols.forKvp(Kvp.of("request=GetCapabilities"))).isSameAs(NEW);
      assertThat(protocols.forKvp(Kvp.of("request=Execute"))).isSameAs(OLD);
      System.setProperty(Protocols.DEFAULT.key(), "3");
      assertThatThrownBy(() -> Protocols.fromSettings(List.of(OLD, NEW)))
          .hasMessageContaining("1.0.0, 2.0.0");
    } finally {
      System.clearProperty(Protocols.DEFAULT.key());
    }
  }

  @Test
  void aDocumentGoesToTheVersionOfItsNamespace() {
    Protocols both = Protocols.fromSettings(List.of(OLD, NEW));
    assertThat(both.forNamespace("two")).isSameAs(NEW);
    assertThatThrownBy(() -> both.forNamespace(null)).hasMessageContaining("one, two");
  }
}
