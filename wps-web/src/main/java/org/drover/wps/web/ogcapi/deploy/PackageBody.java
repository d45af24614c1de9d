package org.drover.wps.web.ogcapi.deploy;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.drover.wps.deploy.PackageCheck;
import org.drover.wps.deploy.SentPackage;
import org.drover.wps.web.ogcapi.document.Problem;
import org.drover.wps.web.ogcapi.document.ProblemException;

/** Reads the body of a request that deploys. */
public final class PackageBody {

  private static final int LONGEST_TYPE = 255;

  private PackageBody() {}

  /**
   * Reads it.
   *
   * @param request as it came, with its Content-Type
   * @throws ProblemException if it is too large, compressed, or not UTF-8
   */
  public static SentPackage read(HttpServletRequest request, InputStream body) {
    String encoding = Optional.ofNullable(request.getHeader("Content-Encoding")).orElse("identity");
    String type = Optional.ofNullable(request.getContentType()).orElse("");
    if (!encoding.equalsIgnoreCase("identity") || type.length() > LONGEST_TYPE) {
      throw new ProblemException(
          Problem.of(415, "Send the package plain, with a Content-Type and no Content-Encoding."));
    }
    return new SentPackage(type, text(bytes(body)));
  }

  private static byte[] bytes(InputStream body) {
    try {
      byte[] bytes = body.readNBytes(PackageCheck.LARGEST + 1);
      if (bytes.length > PackageCheck.LARGEST) {
        throw new ProblemException(
            Problem.of(413, "A package has at most " + PackageCheck.LARGEST + " bytes."));
      }
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (text.indexOf('\0') >= 0) { // no database holds it
        throw ProblemException.unreadable("The package has a character NUL.");
      }
      return text;
    } catch (CharacterCodingException e) {
      throw new ProblemException(
          ProblemException.unreadable("The package is not encoded in UTF-8.").problem(), e);
    }
  }
}
