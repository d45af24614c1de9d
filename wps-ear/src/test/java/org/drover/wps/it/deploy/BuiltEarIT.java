package org.drover.wps.it.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.inject.spi.CDI;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.drover.wps.catalogue.Catalogue;
import org.drover.wps.process.registry.Offering;
import org.drover.wps.processes.vector.Buffer;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.as.arquillian.container.ManagementClient;
import org.jboss.dmr.ModelNode;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The EAR as the build made it, with one more WAR that holds this class. */
@Tag("any-database")
@ExtendWith({EmptyServer.class, ArquillianExtension.class})
class BuiltEarIT {

  private static final String SERVICE =
      "http://127.0.0.1:8570/wps?service=WPS&version=1.0.0&request=";
  private static final String EXECUTOR = "java:jboss/ee/concurrency/executor/";
  private static final String MODULE =
      "<module><web><web-uri>inside.war</web-uri><context-root>/inside</context-root></web></module>";

  @ArquillianResource private Deployer deployer;
  @ArquillianResource private ManagementClient management;

  @Deployment(name = "drover", order = 1)
  static EnterpriseArchive ear() {
    EnterpriseArchive ear =
        ShrinkWrap.createFromZipFile(
            EnterpriseArchive.class, Path.of(System.getProperty("drover.ear")).toFile());
    WebArchive inside =
        ShrinkWrap.create(WebArchive.class, "inside.war")
            .addClass(BuiltEarIT.class)
            .addClass(EmptyServer.class)
            .addAsWebInfResource(
                new StringAsset(
                    "<beans xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"4.0\""
                        + " bean-discovery-mode=\"annotated\"/>"),
                "beans.xml");
    String modules = text(ear);
    return ear.addAsModule(Testable.archiveToTest(inside))
        .setApplicationXML(new StringAsset(modules.replaceFirst("(?=<module>)", MODULE)));
  }

  private static String text(EnterpriseArchive ear) {
    try (InputStream in = ear.get("META-INF/application.xml").getAsset().openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Deployment(name = "hello", managed = false, testable = false)
  static JavaArchive hello() {
    return ShrinkWrap.createFromZipFile(
        JavaArchive.class, Path.of(System.getProperty("drover.sample.process")).toFile());
  }

  @Test
  @OperateOnDeployment("drover")
  void processesAreCdiBeansAndOffered() {
    Catalogue catalogue = CDI.current().select(Catalogue.class).get();

    assertFalse(
        CDI.current().getBeanManager().getBeans(Buffer.class).isEmpty(), "buffer is a bean");
    assertTrue(catalogue.findOffering("buffer").isPresent(), "buffer is offered");
    for (Offering offering : catalogue.listOfferings()) {
      assertFalse(offering.description().outputs().isEmpty(), offering.description().id());
    }
  }

  @Test
  @OperateOnDeployment("drover")
  void theExecutorsOfTheQueuesWork() throws Exception {
    ManagedExecutorService syncRuns = (ManagedExecutorService) lookup(EXECUTOR + "wps-sync");

    assertEquals("sync", syncRuns.submit(() -> "sync").get());
    assertInstanceOf(ManagedExecutorService.class, lookup(EXECUTOR + "wps-short"));
    assertInstanceOf(ManagedExecutorService.class, lookup(EXECUTOR + "wps-long"));
  }

  /** Only names written in this class are looked up. */
  @SuppressWarnings("BanJNDI")
  private static Object lookup(String name) throws NamingException {
    return new InitialContext().lookup(name);
  }

  @Test
  @RunAsClient
  void theLimitsAreThoseSet() throws Exception {
    assertEquals(3, managed("managed-executor-service", "wps-short", "max-threads"));
    assertEquals(2, managed("managed-executor-service", "wps-long", "max-threads"));
    ModelNode repository = read("batch-jberet", "jdbc-job-repository", "drover", "data-source");
    assertEquals("DroverDS", repository.asString());
  }

  private int managed(String kind, String name, String attribute) throws IOException {
    return read("ee", kind, name, attribute).asInt();
  }

  private ModelNode read(String subsystem, String kind, String name, String attribute)
      throws IOException {
    ModelNode operation = new ModelNode();
    operation.get("operation").set("read-attribute");
    operation.get("name").set(attribute);
    operation.get("resolve-expressions").set(true);
    operation.get("address").add("subsystem", subsystem).add(kind, name);
    ModelNode answer = management.getControllerClient().execute(operation);
    assertEquals("success", answer.get("outcome").asString(), answer.toString());
    return answer.get("result");
  }

  @Test
  @OperateOnDeployment("drover")
  void theBatchRepositoryIsInTheDatabaseOfTheJobs() throws Exception {
    long before = count("JOB_EXECUTION");
    String accepted =
        get("Execute&identifier=wait&DataInputs=seconds=0;steps=1&storeExecuteResponse=true");
    assertTrue(accepted.contains("ProcessAccepted"), accepted);
    long end = System.nanoTime() + 30_000_000_000L;
    while (count("JOB_EXECUTION") == before && System.nanoTime() < end) {
      Thread.onSpinWait();
    }

    assertTrue(count("JOB_EXECUTION") > before, "a job of Drover is a job of Jakarta Batch");
    assertTrue(count("drover.job") > 0, "and lies in the same database");
  }

  private static long count(String table) throws SQLException, NamingException {
    DataSource database = (DataSource) lookup("java:jboss/datasources/DroverDS");
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  @Test
  @RunAsClient
  void aProcessDeployedOnItsOwnComesAndGoes() throws Exception {
    long before = updateSequence();
    deployer.deploy("hello");
    try {
      assertTrue(get("GetCapabilities").contains(">hello<"), "offered");
      assertTrue(updateSequence() > before, "updateSequence rises");
      String answer = get("Execute&identifier=hello&DataInputs=name=Ada");
      assertTrue(answer.contains("ProcessSucceeded") && answer.contains("Ada"), answer);
    } finally {
      deployer.undeploy("hello");
    }

    assertFalse(get("GetCapabilities").contains(">hello<"), "gone");
    assertTrue(updateSequence() > before + 1, "updateSequence rises again");
    assertTrue(
        get("Execute&identifier=hello&DataInputs=name=Ada").contains("InvalidParameterValue"));
  }

  private static long updateSequence() throws IOException, InterruptedException {
    Matcher matcher = Pattern.compile("updateSequence=\"(\\d+)\"").matcher(get("GetCapabilities"));
    assertTrue(matcher.find());
    return Long.parseLong(matcher.group(1));
  }

  private static String get(String operation) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(SERVICE + operation)).build(),
            BodyHandlers.ofString())
        .body();
  }
}
