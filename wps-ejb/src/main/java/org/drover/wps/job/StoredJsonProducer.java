package org.drover.wps.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import org.drover.wps.data.StoredJson;

/** Makes the JSON of rows name files relative to the folder of jobs. */
@Dependent
public class StoredJsonProducer {

  @Produces
  @ApplicationScoped
  StoredJson storedJson(JobFolders folders) {
    return new StoredJson(folders.root());
  }
}
