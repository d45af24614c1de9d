package org.drover.wps.error;

/** The kinds of failure a client can be told about. Each protocol has one switch over them. */
public enum Fault {
  /** No process has this identifier. Locator: the identifier. */
  NO_SUCH_PROCESS,
  /** The process has no such input. Locator: the input. */
  NO_SUCH_INPUT,
  /** The process has no such output. Locator: the output. */
  NO_SUCH_OUTPUT,
  /** A required input is absent. Locator: the input. */
  MISSING_INPUT,
  /** An input has a value the process does not accept. Locator: the input. */
  INVALID_INPUT,
  /** An input is given more often than allowed. Locator: the input. */
  TOO_MANY_INPUTS,
  /** A format, unit or CRS is not supported. Locator: the input or output. */
  UNSUPPORTED_FORMAT,
  /** An input is larger than allowed. Locator: the input. */
  SIZE_EXCEEDED,
  /** A referenced input cannot be fetched. Locator: the input. */
  DATA_NOT_ACCESSIBLE,
  /** The process cannot be run in the mode asked for. */
  MODE_NOT_SUPPORTED,
  /** Storing of results is not offered. */
  STORAGE_NOT_SUPPORTED,
  /** More outputs than the form of the response can carry. */
  TOO_MANY_OUTPUTS,
  /** No job has this identifier, or not for this caller. Locator: the identifier. */
  NO_SUCH_JOB,
  /** A client's key for a request came with another request before. Locator: the header. */
  KEY_REUSED,
  /** The job has no result yet. Locator: the job. */
  RESULT_NOT_READY,
  /** The job's state does not allow what is asked for, such as pausing one that has ended. */
  WRONG_STATE,
  /** The process says that it cannot do the work. */
  PROCESS_FAILED,
  /** The time limit was reached. */
  TIME_EXCEEDED,
  /** The job was dismissed. */
  DISMISSED,
  /** All slots and places are taken; try again later. */
  SERVER_BUSY,
  /** No room for inputs or outputs. */
  NOT_ENOUGH_STORAGE,
  /** The caller must say who it is. */
  NOT_AUTHENTICATED,
  /** The caller may not do this. */
  FORBIDDEN,
  /** The database or the output store cannot be reached; try again later. */
  UNAVAILABLE,
  /** A defect of the server; the log knows more. */
  INTERNAL
}
