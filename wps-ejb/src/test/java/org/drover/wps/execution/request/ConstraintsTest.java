package org.drover.wps.execution.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drover.wps.data.DeclaredFormat;
import org.drover.wps.data.Input;
import org.drover.wps.data.InputValue;
import org.drover.wps.data.fetch.Fetcher;
import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;
import org.drover.wps.process.Default;
import org.drover.wps.process.DirectProcess;
import org.drover.wps.process.Execution;
import org.drover.wps.process.Occurs;
import org.drover.wps.process.ProcessInfo;
import org.drover.wps.process.describe.AnnotatedProcess;
import org.drover.wps.process.describe.ProcessDescription;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

public class ConstraintsTest {

  /** As the server has one, but with messages that need no expression language. */
  public static final Validator VALIDATOR =
      Validation.byDefaultProvider()
          .configure()
          .messageInterpolator(new ParameterMessageInterpolator())
          .buildValidatorFactory()
          .getValidator();

  private enum Colour {
    RED,
    GREEN
  }

  private record In(
      @NotBlank @Size(max = 5) String name,
      @Pattern(regexp = "[a-z]+", message = "must be small letters") @Default("abc") String code,
      Optional<@Email String> mail,
      @Occurs(min = 0, max = 9) @Size(max = 2) List<@Size(min = 2) String> tags,
      @Positive @Default("1") int count,
      @Default("RED") Colour colour) {}

  private record Out(String done) {}

  @ProcessInfo(id = "p", title = "P", version = "1")
  private static final class Constrained implements DirectProcess<In, Out> {
    @Override
    public Out run(In in, Execution execution) {
      return new Out(in.name());
    }
  }

  private static final ProcessDescription PROCESS = AnnotatedProcess.describe(Constrained.class);

  private final Constraints constraints = new Constraints(VALIDATOR);
  private final InputCheck check = new InputCheck(new Fetcher(), constraints);

  @Test
  void whatKeepsToAllConstraintsIsAccepted() {
    List<Input> checked =
        check.check(
            PROCESS,
            List.of(
                literal("name", "abc"),
                literal("mail", "a@example.org"),
                literal("tags", "aa"),
                literal("tags", "bb"),
                literal("colour", "GREEN")));
    assertThat(checked).hasSize(7);
  }

  @ParameterizedTest
  @CsvSource({
    "name, abcdef, size must be between 0 and 5",
    "name, ' ', must not be blank",
    "code, ABC, must be small letters",
    "mail, nobody, must be a well-formed email address",
    "tags, a, (occurrence 1) size must be between 2 and"
  })
  void aConstraintTheDescriptionCannotTellIsCheckedBeforeTheJobIsAccepted(
      String input, String value, String message) {
    Input name = literal("name", "abc");
    Input bad = literal(input, value);
    assertRefused(input, message, input.equals("name") ? List.of(bad) : List.of(name, bad));
  }

  @Test
  void aConstraintOnTheListCountsOccurrences() {
    assertRefused(
        "tags",
        "size must be between 0 and 2",
        List.of(
            literal("name", "abc"),
            literal("tags", "aa"),
            literal("tags", "bb"),
            literal("tags", "cc")));
  }

  @Test
  void theOffendingOccurrenceIsTold() {
    assertRefused(
        "tags",
        "(occurrence 2)",
        List.of(literal("name", "abc"), literal("tags", "aa"), literal("tags", "b")));
  }

  private void assertRefused(String input, String message, List<Input> inputs) {
    assertThatThrownBy(() -> check.check(PROCESS, inputs))
        .isInstanceOfSatisfying(
            WpsException.class,
            e -> {
              assertThat(e.fault()).isEqualTo(Fault.INVALID_INPUT);
              assertThat(e.locator()).contains(input);
              assertThat(e).hasMessageContaining("Input '" + input + "'");
              assertThat(e).hasMessageContaining(message);
            });
  }

  @Test
  void aReferenceIsCheckedOnceItIsFetched() {
    Input reference =
        Input.of(
            "name",
            new InputValue.Reference(
                "http://data.example.org/name",
                false,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                DeclaredFormat.NONE));
    assertThat(check.check(PROCESS, List.of(reference))).hasSize(4);
    assertThatThrownBy(() -> constraints.check(PROCESS, Map.of("name", List.of("abcdef"))))
        .isInstanceOfSatisfying(WpsException.class, e -> assertThat(e.locator()).contains("name"));
  }

  private static Input literal(String id, String text) {
    return Input.of(id, new InputValue.Literal(text, Optional.empty(), Optional.empty()));
  }
}
