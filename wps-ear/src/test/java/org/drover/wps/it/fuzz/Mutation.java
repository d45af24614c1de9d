package org.drover.wps.it.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Spoils a request in one to four ways. The same random numbers spoil it the same way. */
final class Mutation {

  private static final List<String> NUMBERS =
      List.of(
          "99999999999999999999",
          "-1",
          "1e400",
          "NaN",
          "1e99999999999",
          "9".repeat(3000),
          "0",
          "-0.0",
          "1e-400",
          "0x10",
          "");
  private static final List<String> PIECES =
      List.of(
          "<a>".repeat(300),
          "[".repeat(2000),
          "{\"a\":".repeat(1500),
          "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>",
          "&b;",
          "]]>",
          "<![CDATA[",
          "<!--",
          "\u0000",
          "\uFFFF",
          "%00",
          "%E4",
          "\\u0000",
          "\\ud800",
          "%zz",
          "';--",
          "\"",
          "../../..",
          "null",
          "true",
          "x".repeat(5000));
  private static final List<String> TYPES =
      List.of(
          "text/xml",
          "application/xml; charset=UTF-16",
          "text/xml; charset=nothing",
          "application/json",
          "application/soap+xml",
          "text/plain",
          "multipart/related; boundary=x",
          "x",
          "application/json;;charset");
  private static final List<Map.Entry<String, String>> HEADERS =
      List.of(
          Map.entry("Accept", "text/html"),
          Map.entry("Accept", "image/tiff;q=abc"),
          Map.entry("Accept-Encoding", "gzip;q=x, *;q=0"),
          Map.entry("Accept-Language", "zz-ZZ;q=2"),
          Map.entry("Content-Encoding", "gzip"),
          Map.entry("Prefer", "respond-async; wait=-5, return=nothing"),
          Map.entry("Idempotency-Key", "\"" + "k".repeat(300) + "\""),
          Map.entry("SOAPAction", "x"),
          Map.entry("If-None-Match", "*, W/\"x"),
          Map.entry("Range", "bytes=9-1"),
          Map.entry("Authorization", "Basic !!!"),
          Map.entry("Cookie", "a=b; $Version=\u00e4"),
          Map.entry("X-Forwarded-Host", "evil.example.org"));
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
  private static final Pattern ELEMENT = Pattern.compile("<[^<>]+>");
  private static final Pattern MEMBER = Pattern.compile("\"[a-zA-Z]+\":");
  private static final int MOST = 4;

  private final Random random;

  Mutation(Random random) {
    this.random = random;
  }

  GoodRequest of(GoodRequest good) {
    GoodRequest spoilt = good;
    for (int i = random.nextInt(MOST); i >= 0; i--) {
      spoilt = once(spoilt);
    }
    return spoilt;
  }

  private GoodRequest once(GoodRequest request) {
    if (random.nextInt(8) == 0) {
      return request.with(headers(request.headers()));
    }
    if (request.hasBody() && random.nextInt(8) != 0) {
      byte[] body = body(request.body());
      return request.with(body.length == 0 ? new byte[] {' '} : body);
    }
    String target = new String(body(request.target().getBytes(UTF_8)), UTF_8);
    return request.to(Target.legal(target));
  }

  private Map<String, String> headers(Map<String, String> headers) {
    Map<String, String> others = new LinkedHashMap<>(headers);
    if (random.nextInt(3) == 0) {
      others.put("Content-Type", any(TYPES));
    } else {
      Map.Entry<String, String> odd = any(HEADERS);
      others.put(odd.getKey(), odd.getValue());
    }
    return others;
  }

  private <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private byte[] body(byte[] body) {
    String text = new String(body, ISO_8859_1); // a character a byte
    return switch (random.nextInt(12)) {
      case 0 -> flipped(body);
      case 1 -> bytes(text.substring(0, place(text)));
      case 2 -> bytes(without(text));
      case 3 -> bytes(doubled(text));
      case 4, 5 -> bytes(replaced(text, NUMBER, any(NUMBERS)));
      case 6 -> bytes(swapped(text));
      case 7 -> bytes(replaced(text, ELEMENT, ""));
      case 8 -> bytes(replaced(text, MEMBER, any(List.of("\"text\":", "\"inputs\":", "\"\":"))));
      case 9 -> random.nextInt(4) == 0 ? new String(body, UTF_8).getBytes(UTF_16) : flipped(body);
      default -> inserted(text);
    };
  }

  private int place(String text) {
    return random.nextInt(text.length() + 1);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }

  private byte[] flipped(byte[] body) {
    byte[] other = body.clone();
    for (int i = random.nextInt(3); i >= 0 && other.length > 0; i--) {
      other[random.nextInt(other.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return other;
  }

  private String without(String text) {
    int from = place(text);
    return text.substring(0, from)
        + text.substring(Math.min(text.length(), from + random.nextInt(40)));
  }

  private String doubled(String text) {
    int from = place(text);
    int to = Math.min(text.length(), from + random.nextInt(200));
    return text.substring(0, to) + text.substring(from);
  }

  private String replaced(String text, Pattern what, String by) {
    List<MatchResult> found = what.matcher(text).results().toList();
    if (found.isEmpty()) {
      return text;
    }
    MatchResult one = any(found);
    return text.substring(0, one.start()) + by + text.substring(one.end());
  }

  /** Two elements, or two halves of what has none, change places. */
  private String swapped(String text) {
    List<MatchResult> found = ELEMENT.matcher(text).results().toList();
    if (found.size() < 2) {
      int at = place(text);
      return text.substring(at) + text.substring(0, at);
    }
    MatchResult one = found.get(random.nextInt(found.size() - 1));
    MatchResult other = found.get(found.indexOf(one) + 1);
    return text.substring(0, one.start())
        + other.group()
        + text.substring(one.end(), other.start())
        + one.group()
        + text.substring(other.end());
  }

  private byte[] inserted(String text) {
    int at = place(text);
    String piece = new String(any(PIECES).getBytes(UTF_8), ISO_8859_1);
    return bytes(text.substring(0, at) + piece + text.substring(at));
  }
}
