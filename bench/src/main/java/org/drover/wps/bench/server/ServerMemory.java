package org.drover.wps.bench.server;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** The memory of the server's process: what it has resident, and what of its heap is in use. */
public final class ServerMemory implements AutoCloseable {

  private static final String RESIDENT = "VmRSS:";
  private static final String PEAK = "VmHWM:";

  private final long pid;
  private final JMXConnector connector;
  private final MemoryMXBean memory;

  private ServerMemory(long pid, JMXConnector connector) throws IOException {
    this.pid = pid;
    this.connector = connector;
    this.memory =
        ManagementFactory.newPlatformMXBeanProxy(
            connector.getMBeanServerConnection(),
            ManagementFactory.MEMORY_MXBEAN_NAME,
            MemoryMXBean.class);
  }

  @SuppressWarnings("BanJNDI") // the address comes from the JVM that was attached to
  public static ServerMemory attach(long pid) throws IOException {
    try {
      VirtualMachine machine = VirtualMachine.attach(Long.toString(pid));
      try {
        String url = machine.startLocalManagementAgent();
        return new ServerMemory(pid, JMXConnectorFactory.connect(new JMXServiceURL(url)));
      } finally {
        machine.detach();
      }
    } catch (AttachNotSupportedException e) {
      throw new IOException(e);
    }
  }

  /** Bytes of the heap that a collection made just now leaves in use. */
  public long live() {
    memory.gc();
    return memory.getHeapMemoryUsage().getUsed();
  }

  /** Resident bytes now. */
  public long resident() throws IOException {
    return status(RESIDENT);
  }

  /** Most bytes resident since {@link #forgetPeak()}. */
  public long peak() throws IOException {
    return status(PEAK);
  }

  public void forgetPeak() throws IOException {
    Files.writeString(process("clear_refs"), "5");
  }

  private Path process(String file) {
    return Path.of("/proc", Long.toString(pid), file);
  }

  private long status(String name) throws IOException {
    return Files.readAllLines(process("status")).stream()
        .filter(it -> it.startsWith(name))
        .mapToLong(it -> 1024 * Long.parseLong(it.replaceAll("[^0-9]", "")))
        .findFirst()
        .orElseThrow(() -> new IOException("no " + name));
  }

  @Override
  public void close() throws IOException {
    connector.close();
  }
}
