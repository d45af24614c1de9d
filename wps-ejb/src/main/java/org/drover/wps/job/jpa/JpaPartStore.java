package org.drover.wps.job.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.drover.wps.job.Attempt;
import org.drover.wps.job.JobId;
import org.drover.wps.job.NewPart;
import org.drover.wps.job.Part;
import org.drover.wps.job.PartFile;
import org.drover.wps.job.PartStore;
import org.drover.wps.job.StaleAttemptException;

/** Parts in the database. */
@ApplicationScoped
public class JpaPartStore implements PartStore {

  @PersistenceContext private EntityManager entities;

  @Override
  @Transactional
  public List<Part> prepare(Attempt attempt, List<NewPart> planned) {
    HeldJob.lock(entities, attempt);
    if (listParts(attempt.job()).isEmpty()) {
      for (int no = 0; no < planned.size(); no++) {
        entities.persist(new PartRow(attempt, no, planned.get(no)));
      }
      entities.flush();
    } else {
      entities
          .createNativeQuery(
              "UPDATE drover.job_part SET epoch = :epoch WHERE job_id = :job AND NOT done")
          .setParameter("epoch", attempt.epoch())
          .setParameter("job", attempt.job().value())
          .executeUpdate();
    }
    return listParts(attempt.job());
  }

  @Override
  public Part getPart(JobId job, int no) {
    return entities
        .createQuery("SELECT p FROM PartRow p WHERE p.jobId = :job AND p.no = :no", PartRow.class)
        .setParameter("job", job.value())
        .setParameter("no", no)
        .getResultStream()
        .peek(entities::detach)
        .map(this::toPart)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("job " + job + " has no part " + no));
  }

  @Override
  public List<Part> listParts(JobId job) {
    return entities
        .createQuery("SELECT p FROM PartRow p WHERE p.jobId = :job ORDER BY p.no", PartRow.class)
        .setParameter("job", job.value())
        .getResultList()
        .stream()
        .peek(entities::detach)
        .map(this::toPart)
        .toList();
  }

  private Part toPart(PartRow row) {
    return new Part(
        new JobId(row.jobId),
        row.no,
        row.definition,
        row.total,
        row.position,
        Optional.ofNullable(row.state),
        new PartFile(row.fileEpoch, row.fileLength),
        row.done);
  }

  @Override
  @Transactional
  public void checkpoint(Attempt attempt, Part part) {
    int changed =
        entities
            .createNativeQuery(
                "UPDATE drover.job_part SET position = :position, state = :state,"
                    + " file_epoch = :file, file_length = :length, done = :done"
                    + " WHERE job_id = :job AND no = :no AND epoch = :epoch AND NOT done")
            .setParameter("position", part.position())
            .setParameter("state", part.state().orElse(null))
            .setParameter("file", part.file().epoch())
            .setParameter("length", part.file().length())
            .setParameter("done", part.done())
            .setParameter("job", attempt.job().value())
            .setParameter("no", part.no())
            .setParameter("epoch", attempt.epoch())
            .executeUpdate();
    if (changed != 1) {
      throw new StaleAttemptException(attempt);
    }
  }

  @Override
  @Transactional
  public void delete(JobId job) {
    entities
        .createNativeQuery("DELETE FROM drover.job_part WHERE job_id = :job")
        .setParameter("job", job.value())
        .executeUpdate();
  }
}
