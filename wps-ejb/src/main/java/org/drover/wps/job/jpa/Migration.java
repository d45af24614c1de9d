package org.drover.wps.job.jpa;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.flywaydb.core.internal.resource.classpath.ClassPathResource;

/** Brings the schema {@code drover} to the state this version needs. */
public final class Migration {

  /** H2 must be told to keep unquoted names in lower case, as PostgreSQL does. */
  private static final String SCHEMA = "drover";

  /** In order. Listed here because class path scanning depends on how the archive is mounted. */
  private static final List<String> SCRIPTS =
      List.of(
          "V1__jobs.sql",
          "V2__setbacks.sql",
          "V3__control.sql",
          "V4__queues.sql",
          "V5__reuse_and_outbox.sql",
          "V6__nodes.sql",
          "V7__waiting_index.sql",
          "V8__tasks.sql",
          "V9__packages.sql",
          "V10__roles.sql");

  private final DataSource dataSource;

  public Migration(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Migrates; does nothing when up to date. Nodes that start at once wait for one another. */
  public void run() {
    ClassLoader loader = Migration.class.getClassLoader();
    Flyway.configure(loader)
        .dataSource(dataSource)
        .schemas(SCHEMA)
        .defaultSchema(SCHEMA)
        .createSchemas(true)
        .resourceProvider(new Listed(loader, "db/" + vendor() + "/"))
        .load()
        .migrate();
  }

  private String vendor() {
    try (Connection connection = dataSource.getConnection()) {
      String product = connection.getMetaData().getDatabaseProductName();
      return switch (product.toLowerCase(Locale.ROOT)) {
        case "h2" -> "h2";
        case "postgresql" -> "postgresql";
        default ->
            throw new IllegalStateException(
                "Drover keeps its jobs in PostgreSQL or H2, not in " + product + ".");
      };
    } catch (SQLException e) {
      throw new IllegalStateException("The database cannot be reached: " + e.getMessage(), e);
    }
  }

  private record Listed(ClassLoader loader, String folder) implements ResourceProvider {

    @Override
    public LoadableResource getResource(String name) {
      return SCRIPTS.contains(name) ? resource(name) : null;
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
      return SCRIPTS.stream().filter(it -> it.startsWith(prefix)).map(this::resource).toList();
    }

    private LoadableResource resource(String name) {
      return new ClassPathResource(null, folder + name, loader, StandardCharsets.UTF_8);
    }
  }
}
