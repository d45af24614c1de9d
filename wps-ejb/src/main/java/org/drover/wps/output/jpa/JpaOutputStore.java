package org.drover.wps.output.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.drover.wps.data.Output;
import org.drover.wps.data.OutputValue;
import org.drover.wps.data.StoredJson;
import org.drover.wps.job.JobId;
import org.drover.wps.output.OutputStore;
import org.drover.wps.output.StoredOutput;

/** Outputs in the database: what they are, their small values, and where their files lie. */
@ApplicationScoped
public class JpaOutputStore implements OutputStore {

  @PersistenceContext private EntityManager entities;
  @Inject private StoredJson json;

  @Override
  @Transactional
  public void store(List<StoredOutput> outputs) {
    for (int i = 0; i < outputs.size(); i++) {
      StoredOutput output = outputs.get(i);
      entities.persist(
          new OutputRow(
              output.name(),
              output.job().value(),
              i,
              json.write(output.output()),
              length(output.output().value())));
    }
    entities.flush();
  }

  private static long length(OutputValue value) {
    if (value instanceof OutputValue.Complex complex) {
      return complex.content().length();
    }
    return value instanceof OutputValue.Literal literal ? literal.text().length() : 0;
  }

  @Override
  public Optional<StoredOutput> findOutput(String name) {
    return entities
        .createQuery("SELECT o FROM OutputRow o WHERE o.name = :name", OutputRow.class)
        .setParameter("name", name)
        .getResultStream()
        .map(this::toOutput)
        .findFirst();
  }

  @Override
  public List<StoredOutput> listOutputs(JobId job) {
    return entities
        .createQuery(
            "SELECT o FROM OutputRow o WHERE o.jobId = :job ORDER BY o.ordinal", OutputRow.class)
        .setParameter("job", job.value())
        .getResultStream()
        .map(this::toOutput)
        .toList();
  }

  @Override
  @Transactional
  public void delete(JobId job) {
    entities
        .createQuery("DELETE FROM OutputRow o WHERE o.jobId = :job")
        .setParameter("job", job.value())
        .executeUpdate();
  }

  @Override
  public long bytesOf(String owner) {
    Object bytes =
        entities
            .createNativeQuery(
                "SELECT COALESCE((SELECT SUM(o.length) FROM drover.output o"
                    + " JOIN drover.job j ON j.id = o.job_id WHERE j.owner = :owner), 0)"
                    + " + COALESCE((SELECT SUM(j.input_bytes) FROM drover.job j"
                    + " WHERE j.owner = :owner), 0)")
            .setParameter("owner", owner)
            .getSingleResult();
    return ((Number) bytes).longValue();
  }

  @Override
  public Set<String> namesAmong(Collection<String> names) {
    return names.isEmpty()
        ? Set.of()
        : Set.copyOf(
            entities
                .createQuery("SELECT o.name FROM OutputRow o WHERE o.name IN :names", String.class)
                .setParameter("names", names)
                .getResultList());
  }

  private StoredOutput toOutput(OutputRow row) {
    return new StoredOutput(new JobId(row.jobId), row.name, json.read(row.content, Output.class));
  }
}
