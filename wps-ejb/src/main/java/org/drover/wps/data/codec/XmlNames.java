package org.drover.wps.data.codec;

/** Any text as an XML name, or as the text of an element. */
final class XmlNames {

  private XmlNames() {}

  /** An NCName that looks like the text: what a name cannot have becomes an underscore. */
  static String name(String text) {
    String name = text.replaceAll("[^\\p{IsAlphabetic}\\p{IsDigit}._-]", "_");
    boolean begins =
        !name.isEmpty() && (Character.isAlphabetic(name.codePointAt(0)) || name.charAt(0) == '_');
    return begins ? name : "_" + name;
  }

  /** The text without the characters XML 1.0 cannot carry. */
  static String text(String text) {
    return text.replaceAll(
        "[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "\uFFFD");
  }
}
