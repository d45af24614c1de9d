package org.drover.wps.execution;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.drover.wps.data.Input;
import org.drover.wps.data.InputValue;
import org.drover.wps.process.describe.InputDescription;
import org.drover.wps.process.describe.ProcessDescription;

/** Checks the inputs of a request against the description of the process. */
@ApplicationScoped
public class InputCheck {

  /**
   * Checks all inputs and fills in defaults. References are not fetched.
   *
   * @return the inputs in the order received, with complex formats resolved, then the defaults
   * @throws org.drover.wps.error.WpsException at the first input that is refused; locator: the
   *     input
   */
  public List<Input> check(ProcessDescription process, List<Input> inputs) {
    throw new IllegalStateException("being built");
  }

  /** Checks a value that came by reference, once it is fetched. */
  public InputValue checkFetched(InputDescription input, InputValue value) {
    throw new IllegalStateException("being built");
  }
}
