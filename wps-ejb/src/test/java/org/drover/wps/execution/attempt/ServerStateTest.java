package org.drover.wps.execution.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javax.management.AttributeChangeNotification;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.NotificationBroadcasterSupport;
import javax.management.ObjectName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ServerStateTest {

  private final MBeanServer beans = MBeanServerFactory.newMBeanServer();
  private final Running running = new Running();
  private ObjectName name;
  private ServerState state;

  /** What the server shows of its state. */
  public interface RunningMBean {
    Object getRunningState();
  }

  /** The bean of a server. */
  public static final class Running extends NotificationBroadcasterSupport implements RunningMBean {
    private String now = "normal";

    @Override
    public Object getRunningState() {
      return now;
    }

    private void become(ObjectName name, String attribute, String next) {
      sendNotification(
          new AttributeChangeNotification(name, 1, 0, "", attribute, "String", now, next));
      now = next;
    }
  }

  @BeforeEach
  void register() throws Exception {
    name = new ObjectName("jboss.root:type=state");
    beans.registerMBean(running, name);
    state = new ServerState(beans);
  }

  @Test
  void aSuspendedServerDrainsUntilItIsResumed() {
    state.listen();
    assertThat(state.isDraining()).isFalse();
    running.become(name, "RunningState", "suspending");
    assertThat(state.isDraining()).isTrue();
    running.become(name, "RunningState", "suspended");
    assertThat(state.isDraining()).isTrue();
    running.become(name, "RunningState", "normal");
    assertThat(state.isDraining()).isFalse();
  }

  @Test
  void eachChangeIsToldOnce() {
    List<String> told = new ArrayList<>();
    state.whenSuspended(() -> told.add("suspended"));
    state.whenResumed(() -> told.add("resumed"));
    state.listen();
    for (String next : List.of("suspending", "suspended", "normal", "normal", "suspending")) {
      running.become(name, "RunningState", next);
    }
    assertThat(told).containsExactly("suspended", "resumed", "suspended");
  }

  @Test
  void aServerThatIsSuspendedAtTheStartDrainsAtOnce() {
    running.now = "suspended";
    state.listen();
    assertThat(state.isDraining()).isTrue();
  }

  @Test
  void otherChangesMeanNothing() {
    state.listen();
    running.become(name, "RuntimeConfigurationState", "suspended");
    assertThat(state.isDraining()).isFalse();
  }

  @Test
  void anApplicationThatEndsDrainsWhateverTheServerSays() {
    state.listen();
    state.stop();
    running.become(name, "RunningState", "normal");
    assertThat(state.isDraining()).isTrue();
  }

  @Test
  void nothingIsHeardAfterTheEnd() {
    state.listen();
    state.forget();
    running.become(name, "RunningState", "suspended");
    assertThat(state.isDraining()).isFalse();
  }

  @Test
  void aServerThatDoesNotTellIsTakenToWork() throws Exception {
    beans.unregisterMBean(name);
    state.listen();
    assertThat(state.isDraining()).isFalse();
    state.forget();
  }
}
