package org.drover.wps.web.ogcapi;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import org.drover.wps.web.ogcapi.document.Addresses;
import org.drover.wps.web.ogcapi.document.ErrorMapper;

/** Everything below {@code /ogcapi}. */
@ApplicationPath(Addresses.ROOT)
public class OgcApiApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(
        RootResource.class,
        ProcessesResource.class,
        PackagesResource.class,
        ExecutionResource.class,
        JobsResource.class,
        ResultsResource.class,
        ErrorMapper.class);
  }
}
