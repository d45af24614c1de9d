package org.drover.wps.queue.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The due jobs of a queue, looked up by index only: however many wait, and however many owners they
 * have, each question is a few steps. Sorted by each column of the index, because H2 would else
 * sort them all; not locked, because H2 would lock all it looks at.
 */
final class WaitingJobs {

  /** More than the slots that may look for a job at the same moment. */
  private static final int AT_ONCE = 64;

  private static final String DUE =
      " FROM drover.job WHERE queue = :queue AND status = 'ACCEPTED'"
          + " AND (not_before IS NULL OR not_before <= CURRENT_TIMESTAMP)";

  private static final String FIRST_OWNER =
      " ORDER BY queue, status, priority DESC, owner FETCH FIRST 1 ROWS ONLY";

  /** H2 would begin with all jobs of the owner itself, were it not for the second condition. */
  private static final String BEHIND = " AND owner > :owner AND owner >= :behind";

  private final EntityManager entities;
  private final String queue;

  WaitingJobs(EntityManager entities, String queue) {
    this.entities = entities;
    this.queue = queue;
  }

  /**
   * The jobs of one priority.
   *
   * @param afterLast the first owner behind the one served last; empty when there is none
   * @param first the first owner of all
   */
  record Level(int priority, Optional<String> afterLast, String first) {

    /** Whether all jobs are those of the owner who was served last. */
    boolean isOnlyOf(String last) {
      return afterLast.isEmpty() && first.equals(last);
    }
  }

  /** The highest priority of those up to one. */
  Optional<Level> findLevel(int most, String lastOwner) {
    String owners = "(SELECT owner" + DUE + " AND priority = p.priority";
    @SuppressWarnings("unchecked") // a native query has no type
    List<Object[]> rows =
        query(
                "SELECT p.priority, "
                    + (owners + BEHIND + FIRST_OWNER + ") AS after_last, ")
                    + (owners + FIRST_OWNER + ") AS first_of_all")
                    + (" FROM (SELECT priority" + DUE + " AND priority <= :most")
                    + " ORDER BY queue, status, priority DESC FETCH FIRST 1 ROWS ONLY) p")
            .setParameter("owner", lastOwner)
            .setParameter("behind", behind(lastOwner))
            .setParameter("most", most)
            .getResultList();
    return rows.stream()
        .filter(it -> it[2] != null) // a job may have gone in between
        .findFirst()
        .map(
            it ->
                new Level(
                    ((Number) it[0]).intValue(),
                    Optional.ofNullable((String) it[1]),
                    (String) it[2]));
  }

  /** The next owner of a priority, by the database's order of names. */
  Optional<String> findOwnerAfter(int priority, String owner) {
    return owners(
        query("SELECT owner" + DUE + " AND priority = :priority" + BEHIND + FIRST_OWNER)
            .setParameter("priority", priority)
            .setParameter("owner", owner)
            .setParameter("behind", behind(owner)));
  }

  /** The next owner of a priority who comes no later than another. */
  Optional<String> findOwnerAfter(int priority, String owner, String last) {
    return owners(
        query(
                "SELECT owner"
                    + (DUE + " AND priority = :priority" + BEHIND + " AND owner <= :last")
                    + FIRST_OWNER)
            .setParameter("priority", priority)
            .setParameter("owner", owner)
            .setParameter("behind", behind(owner))
            .setParameter("last", last));
  }

  /** No name comes between an owner's and this one. */
  private static String behind(String owner) {
    return owner + '\u0001';
  }

  @SuppressWarnings("unchecked") // a native query has no type
  private static Optional<String> owners(Query query) {
    return ((List<String>) query.getResultList()).stream().findFirst();
  }

  /** The first jobs of an owner. */
  @SuppressWarnings("unchecked") // a native query has no type
  List<UUID> listFirst(int priority, String owner) {
    return entities
        .createNativeQuery(
            "SELECT id"
                + (DUE + " AND priority = :priority AND owner = :owner")
                + " ORDER BY queue, status, priority DESC, owner, seq",
            UUID.class)
        .setParameter("queue", queue)
        .setParameter("priority", priority)
        .setParameter("owner", owner)
        .setMaxResults(AT_ONCE)
        .getResultList();
  }

  /** How many jobs of an owner wait, due or not: counted by priority, as the index has them. */
  long count(String owner) {
    long count = 0;
    Optional<Integer> priority = findPriority(Integer.MAX_VALUE);
    while (priority.isPresent()) {
      count += count(priority.get(), owner);
      priority = findPriority(priority.get() - 1);
    }
    return count;
  }

  private Optional<Integer> findPriority(int most) {
    @SuppressWarnings("unchecked") // a native query has no type
    List<Number> priorities =
        query(
                "SELECT priority FROM drover.job WHERE queue = :queue AND status = 'ACCEPTED'"
                    + " AND priority <= :most"
                    + " ORDER BY queue, status, priority DESC FETCH FIRST 1 ROWS ONLY")
            .setParameter("most", most)
            .getResultList();
    return priorities.stream().map(Number::intValue).findFirst();
  }

  private long count(int priority, String owner) {
    return ((Number)
            query(
                    "SELECT COUNT(*) FROM drover.job WHERE queue = :queue AND status = 'ACCEPTED'"
                        + " AND priority = :priority AND owner = :owner")
                .setParameter("priority", priority)
                .setParameter("owner", owner)
                .getSingleResult())
        .longValue();
  }

  private Query query(String sql) {
    return entities.createNativeQuery(sql).setParameter("queue", queue);
  }
}
