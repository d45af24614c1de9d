package org.drover.wps.job.jpa;

import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;

/**
 * Migrates the schema while Hibernate starts, after its services are up and before it validates.
 * Nothing of the application runs earlier than that. Hibernate finds it as a Java service: it
 * cannot load a class of the application by name.
 */
@SuppressWarnings("BanJNDI") // a constant name; Hibernate starts before anything can be injected
public final class MigrationIntegrator implements Integrator {

  private static final String DATA_SOURCE = "java:jboss/datasources/DroverDS";

  @Override
  public void integrate(
      Metadata metadata,
      BootstrapContext bootstrapContext,
      SessionFactoryImplementor sessionFactory) {
    try {
      new Migration(InitialContext.<DataSource>doLookup(DATA_SOURCE)).run();
    } catch (NamingException e) {
      throw new IllegalStateException("There is no data source " + DATA_SOURCE + ".", e);
    }
  }

  @Override
  public void disintegrate(
      SessionFactoryImplementor sessionFactory, SessionFactoryServiceRegistry registry) {
    // nothing was kept
  }
}
