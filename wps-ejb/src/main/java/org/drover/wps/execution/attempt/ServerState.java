package org.drover.wps.execution.attempt;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.util.Set;
import javax.management.AttributeChangeNotification;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.Notification;
import javax.management.NotificationListener;
import javax.management.ObjectName;

/**
 * Whether the server takes on work. It does not while it is suspended ({@code :suspend}) or shuts
 * down; WildFly tells so by a bean of its own in the platform's MBean server.
 */
@ApplicationScoped
public class ServerState {

  private static final Logger LOG = System.getLogger(ServerState.class.getName());

  private static final String BEAN = "jboss.root:type=state";
  private static final String ATTRIBUTE = "RunningState";
  private static final Set<String> SUSPENDED = Set.of("suspending", "suspended", "pre_suspend");

  private final MBeanServer beans;
  private final NotificationListener listener = (notification, none) -> changed(notification);
  private volatile Runnable whenSuspended = () -> {};
  private volatile Runnable whenResumed = () -> {};
  private volatile boolean suspended;
  private volatile boolean stopping;

  public ServerState() {
    this(ManagementFactory.getPlatformMBeanServer());
  }

  ServerState(MBeanServer beans) {
    this.beans = beans;
  }

  @PostConstruct
  void listen() {
    try {
      ObjectName name = new ObjectName(BEAN);
      beans.addNotificationListener(name, listener, null, null);
      suspended = isSuspended(beans.getAttribute(name, ATTRIBUTE));
    } catch (JMException e) {
      LOG.log(Level.WARNING, "Nobody tells when the server is suspended: {0}", e.toString());
    }
  }

  @PreDestroy
  void forget() {
    try {
      beans.removeNotificationListener(new ObjectName(BEAN), listener);
    } catch (JMException e) {
      LOG.log(Level.DEBUG, "The bean of the server''s state is gone: {0}", e.toString());
    }
  }

  private void changed(Notification notification) {
    if (notification instanceof AttributeChangeNotification change
        && change.getAttributeName().equals(ATTRIBUTE)) {
      become(isSuspended(change.getNewValue()));
    }
  }

  synchronized void become(boolean nowSuspended) {
    if (suspended != nowSuspended) {
      suspended = nowSuspended;
      LOG.log(Level.INFO, suspended ? "No new jobs are begun." : "Jobs are begun again.");
      (suspended ? whenSuspended : whenResumed).run();
    }
  }

  /** Has something done each time the server is suspended. */
  void whenSuspended(Runnable task) {
    whenSuspended = task;
  }

  /** Has something done each time the server works again. */
  void whenResumed(Runnable task) {
    whenResumed = task;
  }

  private static boolean isSuspended(Object state) {
    return SUSPENDED.contains(String.valueOf(state).toLowerCase(java.util.Locale.ROOT));
  }

  /** Notes that this application ends. */
  void stop() {
    stopping = true;
  }

  /** Whether no job may be begun, and those under way are to be given back. */
  boolean isDraining() {
    return suspended || stopping;
  }
}
