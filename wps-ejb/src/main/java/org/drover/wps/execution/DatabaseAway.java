package org.drover.wps.execution;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;
import org.drover.wps.execution.failure.Failures;

/**
 * Tells a client to come again when the database cannot be reached, instead of calling it a defect.
 */
@UseCase
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
public class DatabaseAway {

  private static final Logger LOG = System.getLogger(DatabaseAway.class.getName());

  @AroundInvoke
  Object call(InvocationContext call) throws Exception {
    try {
      return call.proceed();
    } catch (WpsException e) {
      throw e;
    } catch (Exception e) {
      if (!Failures.isDatabaseAway(e)) {
        throw e;
      }
      LOG.log(
          Level.WARNING, "A request was turned away, as the database is away: {0}", e.toString());
      throw new WpsException(
          Fault.UNAVAILABLE,
          null,
          "The service cannot reach its database at the moment. Try again in a while.",
          e);
    }
  }
}
