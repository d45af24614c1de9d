package org.drover.wps.it;

import java.util.Map;
import org.drover.wps.it.client.DataServer;
import org.drover.wps.it.client.OgcApiClient;
import org.drover.wps.it.client.WpsClient;
import org.drover.wps.it.process.AlwaysStored;
import org.drover.wps.it.process.Journey;
import org.drover.wps.it.process.Kinds;
import org.drover.wps.it.process.NeverStored;
import org.drover.wps.it.process.SoonGone;
import org.drover.wps.it.server.DroverServer;
import org.drover.wps.outbox.MailServer;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the one server they share, a client for it, and a server of data it may ask. */
public final class SharedServer implements ParameterResolver, BeforeEachCallback {

  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(SharedServer.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == DroverServer.class
        || type == WpsClient.class
        || type == OgcApiClient.class
        || type == DataServer.class
        || type == MailServer.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    if (type == DataServer.class) {
      return data(context);
    }
    if (type == MailServer.class) {
      return mail(context);
    }
    if (type == OgcApiClient.class) {
      return new OgcApiClient(server(context).base());
    }
    return type == WpsClient.class
        ? new WpsClient(server(context).base(), "/wps")
        : server(context);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    server(context).mark(context.getRequiredTestClass().getName() + " " + context.getDisplayName());
  }

  private static DataServer data(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent("data", key -> new DataServer(), DataServer.class);
  }

  private static MailServer mail(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent("mail", key -> new MailServer(), MailServer.class);
  }

  private static DroverServer server(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent("server", key -> start(mail(context)), DroverServer.class);
  }

  private static DroverServer start(MailServer mail) {
    DroverServer server =
        DroverServer.create(
            Work.folder("shared"),
            Map.ofEntries(
                Map.entry("drover.conformance.processes", "true"),
                Map.entry("drover.mail.from", "drover@example.org"),
                Map.entry("drover.mail.host", "127.0.0.1"),
                Map.entry("drover.mail.port", Integer.toString(mail.port())),
                Map.entry("drover.fetch.allow-private", "127.0.0.1:*"),
                Map.entry("drover.fetch.idle-limit", "PT2S"),
                Map.entry("drover.fetch.total-limit", "PT8S"),
                Map.entry("drover.sync.slots", "2"),
                Map.entry("drover.sync.waiting", "0"),
                Map.entry("drover.sync.limit", "PT20S"),
                Map.entry("drover.anonymous.list-jobs", "true"),
                Map.entry("drover.sweep", "PT1S")));
    ProcessJar.write(
        server.deployments().resolve("test-processes.jar"),
        Kinds.class,
        NeverStored.class,
        AlwaysStored.class,
        SoonGone.class,
        Journey.class);
    return server.start();
  }
}
