package org.drover.wps.it.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An OpenID provider as small as can be: it tells its addresses and keys, and the test signs tokens
 * with them.
 */
public final class TokenIssuer implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
  private static final String KEY_ID = "key-1";

  private final HttpServer server;
  private final KeyPair keys = newKeys();

  public TokenIssuer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    serve("/.well-known/openid-configuration", configuration());
    serve("/keys", Map.of("keys", List.of(publicKey())));
    server.start();
  }

  /** Keys the provider knows nothing of, or its own. */
  public static KeyPair newKeys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private void serve(String path, Map<String, Object> document) {
    byte[] bytes = json(document);
    server.createContext(
        path,
        exchange -> {
          try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
          }
        });
  }

  /** OpenID Connect Discovery 1.0 §3. */
  private Map<String, Object> configuration() {
    return Map.of(
        "issuer", address().toString(),
        "jwks_uri", address() + "/keys",
        "authorization_endpoint", address() + "/authorize",
        "token_endpoint", address() + "/token",
        "response_types_supported", List.of("code"),
        "subject_types_supported", List.of("public"),
        "id_token_signing_alg_values_supported", List.of("RS256"));
  }

  /** RFC 7517 §4, RFC 7518 §6.3. */
  private Map<String, Object> publicKey() {
    RSAPublicKey key = (RSAPublicKey) keys.getPublic();
    return Map.of(
        "kty",
        "RSA",
        "kid",
        KEY_ID,
        "use",
        "sig",
        "alg",
        "RS256",
        "n",
        number(key.getModulus()),
        "e",
        number(key.getPublicExponent()));
  }

  private static String number(BigInteger value) {
    byte[] bytes = value.toByteArray();
    int from = bytes[0] == 0 ? 1 : 0;
    return BASE64.encodeToString(Arrays.copyOfRange(bytes, from, bytes.length));
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /**
   * A bearer token (RFC 7519) signed by this provider.
   *
   * @param expires seconds after 1970
   */
  public String token(String user, List<String> roles, long expires) {
    return signed(claims("drover", user, roles, expires), keys);
  }

  /** The same for another audience than Drover. */
  public String tokenFor(String audience, String user, List<String> roles, long expires) {
    return signed(claims(audience, user, roles, expires), keys);
  }

  /** The same, signed by anybody. */
  public String token(String user, List<String> roles, long expires, KeyPair signer) {
    return signed(claims("drover", user, roles, expires), signer);
  }

  private Map<String, Object> claims(
      String audience, String user, List<String> roles, long expires) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", address().toString());
    claims.put("aud", audience);
    claims.put("sub", "subject-of-" + user);
    claims.put("preferred_username", user);
    claims.put("typ", "Bearer");
    claims.put("iat", expires - 600);
    claims.put("exp", expires);
    claims.put("realm_access", Map.of("roles", roles));
    return claims;
  }

  private static String signed(Map<String, Object> claims, KeyPair signer) {
    String signed =
        encode(Map.of("alg", "RS256", "typ", "JWT", "kid", KEY_ID)) + "." + encode(claims);
    return signed + "." + BASE64.encodeToString(sign(signed, signer));
  }

  private static String encode(Map<String, Object> part) {
    return BASE64.encodeToString(json(part));
  }

  private static byte[] sign(String text, KeyPair signer) {
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(signer.getPrivate());
      signature.update(text.getBytes(UTF_8));
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] json(Map<String, Object> document) {
    try {
      return JSON.writeValueAsBytes(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
