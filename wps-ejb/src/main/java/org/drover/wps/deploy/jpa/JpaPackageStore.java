package org.drover.wps.deploy.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drover.wps.deploy.NewPackage;
import org.drover.wps.deploy.PackageRefusedException;
import org.drover.wps.deploy.PackageRefusedException.Reason;
import org.drover.wps.deploy.PackageStore;
import org.drover.wps.deploy.SentPackage;
import org.drover.wps.deploy.StoredPackage;

/** Packages in the database. Changes come one after another: each locks the row of the revision. */
@ApplicationScoped
public class JpaPackageStore implements PackageStore {

  @PersistenceContext private EntityManager entities;

  private Query query(String sql) {
    return entities.createNativeQuery(sql);
  }

  @SuppressWarnings("unchecked") // a native query has no type
  private static List<Object[]> rows(Query query) {
    return query.getResultList();
  }

  private static long number(Object value) {
    return ((Number) value).longValue();
  }

  @Override
  @Transactional
  public long revision() {
    return number(query("SELECT revision FROM drover.package_revision").getSingleResult());
  }

  @Override
  @Transactional
  public Map<String, Long> revisions() {
    Map<String, Long> all = new HashMap<>();
    rows(query("SELECT process, revision FROM drover.package"))
        .forEach(it -> all.put((String) it[0], number(it[1])));
    return all;
  }

  @Override
  @Transactional
  public Optional<StoredPackage> findPackage(String process) {
    return rows(
            query(
                    "SELECT process, version, owner, media_type, package, model, revision"
                        + " FROM drover.package WHERE process = :process")
                .setParameter("process", process))
        .stream()
        .findFirst()
        .map(
            it ->
                new StoredPackage(
                    (String) it[0],
                    (String) it[1],
                    (String) it[2],
                    new SentPackage((String) it[3], (String) it[4]),
                    (String) it[5],
                    number(it[6])));
  }

  @Override
  @Transactional
  public StoredPackage create(NewPackage made, String owner, long most) {
    long revision = lock();
    if (findPackage(made.process()).isPresent()) {
      throw new PackageRefusedException(
          Reason.TAKEN,
          "Process '" + made.process() + "' is deployed already. Replace it with PUT.");
    }
    if (number(query("SELECT count(*) FROM drover.package").getSingleResult()) >= most) {
      throw new PackageRefusedException(
          Reason.TOO_MANY, most + " processes are deployed, and no more may be. Undeploy some.");
    }
    write(
        "INSERT INTO drover.package"
            + " (process, version, owner, media_type, package, model, revision) VALUES"
            + " (:process, :version, :owner, :type, :package, :model, :revision)",
        made,
        revision,
        Optional.of(owner));
    return findPackage(made.process()).orElseThrow();
  }

  @Override
  @Transactional
  public Optional<StoredPackage> replace(NewPackage made) {
    long revision = lock();
    Optional<StoredPackage> before = findPackage(made.process());
    if (before.isEmpty() || isSame(before.get(), made)) {
      return before;
    }
    write(
        "UPDATE drover.package SET version = :version, media_type = :type, package = :package,"
            + " model = :model, revision = :revision, changed = CURRENT_TIMESTAMP"
            + " WHERE process = :process",
        made,
        revision,
        Optional.empty());
    return findPackage(made.process());
  }

  private static boolean isSame(StoredPackage before, NewPackage made) {
    return before.sent().equals(made.sent()) && before.model().equals(made.model());
  }

  private void write(String sql, NewPackage made, long revision, Optional<String> owner) {
    Query query =
        query(sql)
            .setParameter("process", made.process())
            .setParameter("version", version(made))
            .setParameter("type", made.sent().mediaType())
            .setParameter("package", made.sent().text())
            .setParameter("model", made.model())
            .setParameter("revision", revision + 1);
    owner.ifPresent(it -> query.setParameter("owner", it));
    query.executeUpdate();
    risen();
  }

  @Override
  @Transactional
  public boolean remove(String process) {
    lock();
    boolean removed =
        query("DELETE FROM drover.package WHERE process = :process")
                .setParameter("process", process)
                .executeUpdate()
            == 1;
    if (removed) {
      risen();
    }
    return removed;
  }

  private long lock() {
    return number(
        query("SELECT revision FROM drover.package_revision WHERE id = 1 FOR UPDATE")
            .getSingleResult());
  }

  private void risen() {
    query("UPDATE drover.package_revision SET revision = revision + 1 WHERE id = 1")
        .executeUpdate();
  }

  /** The version of the package if it never stood for another content, else one made of it. */
  private String version(NewPackage made) {
    String digest = digest(made.model());
    String version = made.version();
    for (int no = 2; !isFree(made.process(), version, digest); no++) {
      version = made.version() + "+r" + no;
    }
    return version;
  }

  private boolean isFree(String process, String version, String digest) {
    List<?> known =
        query(
                "SELECT digest FROM drover.package_version"
                    + " WHERE process = :process AND version = :version")
            .setParameter("process", process)
            .setParameter("version", version)
            .getResultList();
    if (known.isEmpty()) {
      query(
              "INSERT INTO drover.package_version (process, version, digest)"
                  + " VALUES (:process, :version, :digest)")
          .setParameter("process", process)
          .setParameter("version", version)
          .setParameter("digest", digest)
          .executeUpdate();
    }
    return known.isEmpty() || known.get(0).equals(digest);
  }

  private static String digest(String model) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(model.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
