package org.drover.wps.web.admin;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Everything below {@code /admin}; the protocols and files have doors of their own. */
@ApplicationPath("/admin")
public class AdminApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(
        BackendsResource.class,
        CommandsResource.class,
        JobsResource.class,
        NodesResource.class,
        QueuesResource.class,
        ChangesAsJson.class,
        ErrorMapper.class);
  }
}
