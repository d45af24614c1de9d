package org.drover.wps.it.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.drover.wps.it.Holds;
import org.drover.wps.it.SharedServer;
import org.drover.wps.it.client.Answer;
import org.drover.wps.it.client.WpsClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrapped is what WpsClient validates elsewhere; here it is how it is wrapped. */
@Tag("any-database")
@ExtendWith(SharedServer.class)
class SoapIT {

  private static final String SOAP11 = "http://schemas.xmlsoap.org/soap/envelope/";
  private static final String SOAP12 = "http://www.w3.org/2003/05/soap-envelope";

  private final WpsClient wps;

  SoapIT(WpsClient wps) {
    this.wps = wps;
  }

  private Answer send(String soap, String body) {
    return wps.post(
        Envelopes.of(soap, body),
        soap.equals(SOAP12) ? "application/soap+xml; charset=UTF-8" : "text/xml; charset=UTF-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {SOAP11, SOAP12})
  @Holds({"B8.1", "B8.2", "B8.3"})
  void requestsAndAnswersAreEnveloped(String soap) {
    Answer answer = send(soap, Envelopes.echo("hello", ""));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.text())
        .contains("<soap:Envelope xmlns:soap=\"" + soap)
        .contains(":ExecuteResponse")
        .contains("hello");
    assertThat(answer.contentType().replace(" ", ""))
        .isEqualTo((soap.equals(SOAP12) ? "application/soap+xml" : "text/xml") + ";charset=UTF-8");

    Answer raw = send(soap, Envelopes.echo("hello", Envelopes.RAW));
    assertThat(raw.text()).contains("encoding=\"base64\"").contains("aGVsbG8=");

    Answer fault = send(soap, Envelopes.execute("nobody", "", ""));
    assertThat(fault.status()).isEqualTo(soap.equals(SOAP12) ? 400 : 500);
    assertThat(fault.text())
        .contains("<soap:Fault>")
        .contains(soap.equals(SOAP12) ? "soap:Sender" : "soap:Client")
        .contains("exceptionCode=\"InvalidParameterValue\"");
  }

  @Test
  @Holds("B8.4")
  void theCapabilitiesNameTheWsdl() {
    Answer capabilities = wps.at("/wps/1.0.0").query("service=WPS&request=GetCapabilities").ok();
    String service = capabilities.value("/wps:Capabilities/wps:WSDL/@xlink:href");
    String process =
        capabilities.value("//wps:Process[ows:Identifier='echo']/wps:WSDL/@xlink:href");
    assertThat(wps.get(service).text()).contains("http://schemas.xmlsoap.org/wsdl/");
    assertThat(wps.get(process).text()).contains("Execute process 'echo'");
  }

  @Test
  @Holds("B8.5")
  void aClientIsGeneratedFromTheWsdlAndExecutes() throws Exception {
    try (GeneratedClient client = GeneratedClient.from(wps.base() + "/wps?WSDL")) {
      assertThat(client.execute(Envelopes.echo("generated", "")))
          .contains("ProcessSucceeded")
          .contains("generated");
      assertThatThrownBy(() -> client.execute(Envelopes.execute("nobody", "", "")))
          .satisfies(e -> assertThat(e.getClass().getSimpleName()).isEqualTo("ExceptionReport"))
          .hasMessageContaining("nobody");
    }
  }
}
