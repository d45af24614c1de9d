package org.drover.wps.web.ogcapi.document;

import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import org.drover.wps.web.ows.CachedDocument;
import org.drover.wps.web.ows.Callers;
import org.drover.wps.web.ows.Conditions;

/** Sends documents as a client takes them: representation, compression, conditions. */
public final class Documents {

  private Documents() {}

  /** The bytes of a document. */
  public static byte[] bytes(Representation as, String heading, JsonObject document) {
    return as == Representation.HTML
        ? HtmlPage.write(heading, document)
        : document.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Content-Type of a document. */
  public static String type(Representation as) {
    return as == Representation.HTML ? HtmlPage.CONTENT_TYPE : Link.JSON;
  }

  /** A document on something that changes and is the caller's own: nobody keeps it. */
  public static Response.ResponseBuilder fresh(
      int status, Representation as, String heading, JsonObject document) {
    return Response.status(status)
        .entity(bytes(as, heading, document))
        .type(type(as))
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  /** A document that stays the same until something changes (RFC 9110 §13). */
  public static Response kept(HttpServletRequest request, CachedDocument document, String type) {
    CachedDocument.Variant variant =
        document.variantFor(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
    boolean known =
        Conditions.matches(request.getHeader(HttpHeaders.IF_NONE_MATCH), variant.entityTag());
    Response.ResponseBuilder response =
        known ? Response.notModified() : Response.ok(variant.bytes()).type(type);
    if (variant.zipped() && !known) {
      response.header(HttpHeaders.CONTENT_ENCODING, "gzip");
    }
    return response
        .header(HttpHeaders.ETAG, variant.entityTag())
        .header(
            HttpHeaders.CACHE_CONTROL,
            Callers.of(request).isAnonymous() ? "no-cache" : "private, no-cache")
        .header(HttpHeaders.VARY, "Accept, Accept-Encoding, Authorization")
        .build();
  }
}
