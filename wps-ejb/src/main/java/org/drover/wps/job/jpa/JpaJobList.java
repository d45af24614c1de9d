package org.drover.wps.job.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.drover.wps.job.Job;
import org.drover.wps.job.JobId;
import org.drover.wps.job.JobInside;
import org.drover.wps.job.JobList;
import org.drover.wps.job.JobQuery;
import org.drover.wps.job.JobStatus;

/** Job rows page by page: by the number they got when they came, which has an index. */
@ApplicationScoped
public class JpaJobList implements JobList {

  /** Null before the beginning. */
  private static final String END = "COALESCE(j.finished, CURRENT_TIMESTAMP)";

  private static final String AFTER_SECONDS =
      "j.started + CAST(:%s AS bigint) * INTERVAL '1' SECOND";

  private static final int LONGEST_NAME = 255;

  @PersistenceContext private EntityManager entities;

  @Override
  public List<Job> list(JobQuery query) {
    List<UUID> ids = conditions(query).page(entities, query.limit());
    if (ids.isEmpty()) {
      return List.of();
    }
    return entities
        .createQuery("SELECT j FROM JobRow j WHERE j.id IN :ids ORDER BY j.seq DESC", JobRow.class)
        .setParameter("ids", ids)
        .getResultList()
        .stream()
        .map(JobRow::toJob)
        .toList();
  }

  private static Conditions conditions(JobQuery query) {
    Conditions conditions = new Conditions();
    conditions.addAmong("j.status", "statuses", names(query.statuses()));
    conditions.addAmong("j.process", "processes", fit(query.processes()));
    query.owner().ifPresent(it -> conditions.add("j.owner = :owner", "owner", fit(it)));
    query.queue().ifPresent(it -> conditions.add("j.queue = :queue", "queue", fit(it)));
    conditions.add(query.times());
    query
        .after()
        .ifPresent(
            it ->
                conditions.add(
                    "j.seq < (SELECT a.seq FROM drover.job a WHERE a.id = :after)",
                    "after",
                    it.value()));
    return conditions;
  }

  /** What no column can hold is made into what none holds. */
  private static String fit(String name) {
    return RowText.fit(name, LONGEST_NAME);
  }

  private static Set<String> fit(Set<String> names) {
    return names.stream().map(JpaJobList::fit).collect(Collectors.toUnmodifiableSet());
  }

  private static Set<String> names(Set<JobStatus> statuses) {
    return statuses.stream().map(JobStatus::name).collect(Collectors.toUnmodifiableSet());
  }

  /** What rows must fulfil, all together. Seconds are counted as no query language can. */
  private static final class Conditions {
    private final StringBuilder text = new StringBuilder("1 = 1");
    private final Map<String, Object> values = new LinkedHashMap<>();

    void add(String condition, String parameter, Object value) {
      text.append(" AND ").append(condition);
      values.put(parameter, value);
    }

    void addAmong(String column, String parameter, Set<String> among) {
      if (!among.isEmpty()) {
        add(column + " IN (:" + parameter + ")", parameter, among);
      }
    }

    void add(JobQuery.Times times) {
      times.from().ifPresent(it -> add("j.created >= :from", "from", it));
      times.to().ifPresent(it -> add("j.created <= :to", "to", it));
      times
          .shortest()
          .ifPresent(
              it ->
                  add(
                      AFTER_SECONDS.formatted("shortest") + " <= " + END,
                      "shortest",
                      it.toSeconds()));
      times
          .longest()
          .ifPresent(
              it ->
                  add(
                      AFTER_SECONDS.formatted("longest") + " >= " + END,
                      "longest",
                      it.toSeconds()));
    }

    @SuppressWarnings("unchecked") // a native query has no type
    List<UUID> page(EntityManager entities, int limit) {
      Query page =
          entities.createNativeQuery(
              "SELECT j.id FROM drover.job j WHERE " + text + " ORDER BY j.seq DESC", UUID.class);
      values.forEach(page::setParameter);
      return page.setMaxResults(limit).getResultList();
    }
  }

  @Override
  public Optional<JobInside> findInside(JobId id) {
    return Optional.ofNullable(entities.find(JobInsideRow.class, id.value()))
        .map(JobInsideRow::toInside);
  }

  @Override
  @Transactional
  public boolean setPriority(JobId id, int priority) {
    return entities
            .createNativeQuery(
                "UPDATE drover.job SET priority = :priority WHERE id = :id"
                    + " AND status IN ('ACCEPTED', 'RUNNING', 'PAUSED')")
            .setParameter("priority", priority)
            .setParameter("id", id.value())
            .executeUpdate()
        == 1;
  }
}
