package org.drover.wps.web.wps20;

import static org.assertj.core.api.Assertions.assertThat;

import org.drover.wps.error.Fault;
import org.drover.wps.web.ows.OwsError;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables of exceptions of 14-065r2, and what Drover adds. */
class ErrorMapperTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "NO_SUCH_PROCESS,NoSuchProcess,it,400",
        "MODE_NOT_SUPPORTED,NoSuchMode,mode,400",
        "NO_SUCH_INPUT,NoSuchInput,it,400",
        "NO_SUCH_OUTPUT,NoSuchOutput,it,400",
        "DATA_NOT_ACCESSIBLE,DataNotAccessible,it,400",
        "SIZE_EXCEEDED,SizeExceeded,it,400",
        "TOO_MANY_INPUTS,TooManyInputs,it,400",
        "TOO_MANY_OUTPUTS,TooManyOutputs,it,400",
        "SERVER_BUSY,ServerBusy,-,503",
        "STORAGE_NOT_SUPPORTED,StorageNotSupported,-,400",
        "UNSUPPORTED_FORMAT,NoSuchFormat,it,400",
        "INVALID_INPUT,WrongInputData,it,400",
        "INTERNAL,InternalServerError,-,500",
        "MISSING_INPUT,MissingParameterValue,it,400",
        "NO_SUCH_JOB,NoSuchJob,it,400",
        "RESULT_NOT_READY,ResultNotReady,it,400",
        "WRONG_STATE,NoApplicableCode,it,409",
        "KEY_REUSED,InvalidParameterValue,it,422",
        "PROCESS_FAILED,NoApplicableCode,it,500",
        "NOT_ENOUGH_STORAGE,NoApplicableCode,-,507",
        "NOT_AUTHENTICATED,NoApplicableCode,-,401",
        "FORBIDDEN,NoApplicableCode,-,403",
        "UNAVAILABLE,NoApplicableCode,-,503"
      })
  void everyFaultHasItsCodeLocatorAndStatus(Fault fault, String code, String locator, int status) {
    OwsError error = ErrorMapper.map(fault, "it", "Why.");
    assertThat(error.code()).isEqualTo(code);
    assertThat(error.locator().orElse(null)).isEqualTo(locator);
    assertThat(error.status()).isEqualTo(status);
  }
}
