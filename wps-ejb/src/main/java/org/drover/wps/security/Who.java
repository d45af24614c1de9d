package org.drover.wps.security;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The callers an access rule names; nobody when all is empty.
 *
 * @param everybody whether every caller is meant, anonymous or not, whatever the roles
 */
record Who(boolean everybody, Set<String> roles, Set<String> users) {

  private static final String ROLE = "role:";
  private static final String USER = "user:";

  Who {
    roles = Set.copyOf(roles);
    users = Set.copyOf(users);
  }

  static Who holding(String role) {
    return new Who(false, Set.of(role), Set.of());
  }

  /**
   * Reads a comma list of {@code everybody}, {@code nobody}, {@code role:NAME}, {@code user:NAME}.
   *
   * @throws IllegalArgumentException if it is something else
   */
  static Who parse(String list) {
    List<String> words = Arrays.asList(list.split(",", -1));
    Set<String> roles = new HashSet<>();
    Set<String> users = new HashSet<>();
    for (String word : words) {
      if (word.startsWith(ROLE) && word.length() > ROLE.length()) {
        roles.add(word.substring(ROLE.length()));
      } else if (word.startsWith(USER) && word.length() > USER.length()) {
        users.add(word.substring(USER.length()));
      } else if (!word.equals("everybody") && !word.equals("nobody")) {
        throw new IllegalArgumentException(
            "'" + word + "' is none of everybody, nobody, role:NAME, user:NAME");
      }
    }
    return new Who(words.contains("everybody"), roles, users);
  }

  boolean includes(Caller caller) {
    return everybody
        || users.contains(caller.name())
        || !Collections.disjoint(roles, caller.roles());
  }
}
