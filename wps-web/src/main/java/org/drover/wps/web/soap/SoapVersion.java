package org.drover.wps.web.soap;

import org.drover.wps.web.ows.Namespace;
import org.drover.wps.web.ows.OwsError;
import org.drover.wps.web.ows.XmlText;

/** What differs between SOAP 1.1 and SOAP 1.2. */
enum SoapVersion {
  V11(Namespace.SOAP11, "text/xml; charset=UTF-8"),
  V12(Namespace.SOAP12, "application/soap+xml; charset=UTF-8");

  private static final int NOT_IMPLEMENTED = 501;

  private final Namespace namespace;
  private final String contentType;

  SoapVersion(Namespace namespace, String contentType) {
    this.namespace = namespace;
    this.contentType = contentType;
  }

  Namespace namespace() {
    return namespace;
  }

  /** Content-Type of its messages. */
  String contentType() {
    return contentType;
  }

  /**
   * HTTP status of a fault (SOAP 1.2 part 2 §7.5.2.2; SOAP 1.1 §6.2). A client that must say who it
   * is hears that by HTTP.
   */
  int faultStatus(int status) {
    if (status == 401) {
      return status;
    }
    return this == V12 && isOfSender(status) ? 400 : 500;
  }

  /** An operation that is not there is the sender's mistake as well. */
  private static boolean isOfSender(int status) {
    return status < 500 || status == NOT_IMPLEMENTED;
  }

  /** What comes before the exception report of a fault. */
  String beginFault(OwsError error) {
    boolean sender = isOfSender(error.status());
    String text = escaped(error.text());
    return this == V12
        ? "<soap:Fault><soap:Code><soap:Value>soap:"
            + (sender ? "Sender" : "Receiver")
            + "</soap:Value></soap:Code><soap:Reason><soap:Text xml:lang=\"en\">"
            + text
            + "</soap:Text></soap:Reason><soap:Detail>"
        : "<soap:Fault><faultcode>soap:"
            + (sender ? "Client" : "Server")
            + "</faultcode><faultstring>"
            + text
            + "</faultstring><detail>";
  }

  /** What comes behind it. */
  String endFault() {
    return this == V12 ? "</soap:Detail></soap:Fault>" : "</detail></soap:Fault>";
  }

  private static String escaped(String text) {
    return XmlText.clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
