package org.drover.wps.execution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.drover.wps.config.Setting;
import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;
import org.drover.wps.output.OutputStore;
import org.drover.wps.security.Caller;

/** Holds owners to the bytes they may have stored. */
@ApplicationScoped
public class StorageQuota {

  /** Bytes of outputs and input files an owner's jobs may have; 0 is any number. */
  public static final Setting<Long> OWNER_BYTES = Setting.number("drover.owner.bytes", 0);

  @Inject private OutputStore outputs;

  /**
   * Refuses to store more for an owner who holds too much already. What a run will make is not
   * known, so that the last one may go beyond.
   *
   * @param more bytes of input files that would be stored now
   * @throws WpsException NOT_ENOUGH_STORAGE
   */
  void require(Caller caller, long more) {
    long most = OWNER_BYTES.get();
    if (most <= 0) {
      return;
    }
    long held = outputs.bytesOf(caller.name());
    if (held + more >= most) {
      throw new WpsException(
          Fault.NOT_ENOUGH_STORAGE,
          "Your jobs hold "
              + held
              + " of the "
              + most
              + " bytes you may have stored here"
              + (more > 0 ? ", and this request would add " + more : "")
              + ". Dismiss jobs you no longer need, or wait until some expire; a process run without"
              + " storing needs no room.");
    }
  }
}
