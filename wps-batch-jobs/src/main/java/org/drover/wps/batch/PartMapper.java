package org.drover.wps.batch;

import jakarta.batch.api.partition.PartitionMapper;
import jakarta.batch.api.partition.PartitionPlan;
import jakarta.batch.api.partition.PartitionPlanImpl;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Properties;
import org.drover.wps.config.Setting;
import org.drover.wps.execution.attempt.JobWork;
import org.drover.wps.job.Attempt;
import org.drover.wps.job.Part;

/** One partition for each part not yet done. */
@Dependent
@Named
public class PartMapper implements PartitionMapper {

  /**
   * How many parts of a job are worked on at once. The batch thread pool must hold, for all slots,
   * a job and this many parts.
   */
  public static final Setting<Long> THREADS = Setting.number("drover.parts.threads", 2);

  static final String PART = "part";
  static final String INTERVAL = "interval";

  @Inject private JobArtifact artifact;
  @Inject private JobWork work;

  @Override
  public PartitionPlan mapPartitions() throws Exception {
    Attempt attempt = artifact.attempt();
    return artifact.guard(
        attempt, () -> plan(work.plan(attempt), work.checkpointInterval(attempt)));
  }

  private static PartitionPlan plan(List<Part> parts, int interval) {
    PartitionPlan plan = new PartitionPlanImpl();
    plan.setPartitions(parts.size());
    plan.setThreads(Math.min(parts.size(), THREADS.get().intValue()));
    plan.setPartitionProperties(
        parts.stream().map(it -> properties(it, interval)).toArray(Properties[]::new));
    return plan;
  }

  private static Properties properties(Part part, int interval) {
    Properties properties = new Properties();
    properties.setProperty(PART, Integer.toString(part.no()));
    properties.setProperty(INTERVAL, Integer.toString(interval));
    return properties;
  }
}
