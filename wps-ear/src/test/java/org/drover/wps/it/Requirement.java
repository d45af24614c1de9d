package org.drover.wps.it;

/**
 * A line of {@code requirements.txt}: identifier and text; a dash between them says that it is not
 * offered, and the text why.
 *
 * @param id such as {@code B5.4}
 */
record Requirement(String id, String text, boolean isOffered) {

  static Requirement of(String line) {
    String[] words = line.split(" ", 2);
    boolean isOffered = !words[1].startsWith("- ");
    return new Requirement(words[0], isOffered ? words[1] : words[1].substring(2), isOffered);
  }
}
