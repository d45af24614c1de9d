package org.drover.wps.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who may see and run which process. The first rule that concerns a process decides.
 *
 * @param rules in the order written
 */
public record AccessRules(List<AccessRule> rules) {

  /** Everybody with the role to use Drover may see and run everything. */
  public static final AccessRules NONE = new AccessRules(List.of());

  /** Nobody but administrators may see anything. */
  static final AccessRules CLOSED = new AccessRules(List.of(AccessRule.parse("* see=nobody")));

  public AccessRules {
    rules = List.copyOf(rules);
  }

  /**
   * Reads rules, one a line; empty lines and those that begin with {@code #} are left out.
   *
   * @throws IllegalArgumentException with the number of the line that cannot be read
   */
  public static AccessRules parse(List<String> lines) {
    List<AccessRule> rules = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        try {
          rules.add(AccessRule.parse(line));
        } catch (IllegalArgumentException e) {
          throw new IllegalArgumentException("line " + (i + 1) + ": " + e.getMessage(), e);
        }
      }
    }
    return new AccessRules(rules);
  }

  /** Whether a process exists for a caller. */
  public boolean maySee(Caller caller, String process) {
    return ruleFor(process).lets(caller, false);
  }

  public boolean mayRun(Caller caller, String process) {
    return ruleFor(process).lets(caller, true);
  }

  private AccessRule ruleFor(String process) {
    return rules.stream().filter(it -> it.concerns(process)).findFirst().orElse(AccessRule.DEFAULT);
  }

  /** The roles that matter: those of Drover itself, and those named here. */
  public Set<String> roles() {
    Stream<String> named =
        rules.stream()
            .flatMap(it -> Stream.of(it.see(), it.run()))
            .flatMap(it -> it.roles().stream());
    return Stream.concat(Roles.ALL.stream(), named).collect(Collectors.toUnmodifiableSet());
  }
}
