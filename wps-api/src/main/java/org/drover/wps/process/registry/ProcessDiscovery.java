package org.drover.wps.process.registry;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.BeforeShutdown;
import jakarta.enterprise.inject.spi.Extension;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import org.drover.wps.process.DescribedProcess;
import org.drover.wps.process.GeoProcess;

/** Finds the processes among the CDI beans of the deployment it is loaded for, and offers them. */
public final class ProcessDiscovery implements Extension {

  private static final Logger LOG = System.getLogger(ProcessDiscovery.class.getName());

  void offer(@Observes AfterDeploymentValidation event, BeanManager beans) {
    List<Offering> offerings = new ArrayList<>();
    for (Bean<?> bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
      Class<?> type = bean.getBeanClass();
      if (GeoProcess.class.isAssignableFrom(type)
          || DescribedProcess.class.isAssignableFrom(type)) {
        read(beans, bean, offerings);
      }
    }
    ProcessRegistry.get().offer(this, offerings);
    LOG.log(
        Level.INFO,
        "Processes offered: {0}",
        offerings.stream().map(it -> it.description().id()).sorted().toList());
  }

  private static void read(BeanManager beans, Bean<?> bean, List<Offering> offerings) {
    try {
      Object process =
          beans.getReference(bean, bean.getBeanClass(), beans.createCreationalContext(bean));
      offerings.add(Offering.ofAny(process, bean.getBeanClass()));
    } catch (IllegalArgumentException e) {
      LOG.log(Level.ERROR, "A process is not offered: {0}", e.getMessage());
    }
  }

  void withdraw(@Observes BeforeShutdown event) {
    ProcessRegistry.get().withdraw(this);
  }
}
