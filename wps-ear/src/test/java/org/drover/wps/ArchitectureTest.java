package org.drover.wps;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The map of the system: which room may see which, and where each technology may be used. */
class ArchitectureTest {

  private static final String BASE = "org.drover.wps.";

  /** A room, and the rooms it sees. All see the process API, {@code process..}. */
  private static final Map<String, String> ROOMS =
      Map.ofEntries(
          Map.entry("worker", "worker.file worker.folder"),
          Map.entry("worker.folder", "worker.file"),
          Map.entry("worker.file", ""),
          Map.entry("error", ""),
          Map.entry("config", ""),
          Map.entry("security", "config"),
          Map.entry("data.xml", ""),
          Map.entry("data.codec", "data data.xml config worker.file"),
          Map.entry("data", "data.codec error worker.file"),
          Map.entry("data.json", "data data.codec"),
          Map.entry("data.fetch", "data data.codec config error"),
          Map.entry("job", "data config error"),
          Map.entry("node", "config"),
          Map.entry("node.jpa", "node config"),
          Map.entry("job.jpa", "job config error"),
          Map.entry("queue", "job config"),
          Map.entry("queue.jpa", "queue job job.jpa"),
          Map.entry("output", "job data"),
          Map.entry("output.jpa", "output job data"),
          Map.entry("outbox", "job output data data.json data.fetch config error"),
          Map.entry("outbox.jpa", "outbox job"),
          Map.entry("catalogue", "queue security config error"),
          Map.entry("catalogue.jpa", "catalogue"),
          Map.entry("backend", "config"),
          Map.entry("backend.container", "backend config"),
          Map.entry("backend.sandbox", "backend config"),
          Map.entry("backend.scheduler", "backend backend.sandbox config"),
          Map.entry("backend.slurm", "backend backend.scheduler config"),
          Map.entry("backend.gridengine", "backend backend.scheduler data.xml config"),
          Map.entry("command", "backend backend.sandbox data.codec config"),
          Map.entry("execution.backend", "job"),
          Map.entry(
              "execution.request",
              "output outbox job data data.codec data.fetch security config error worker.file"),
          Map.entry("execution.forecast", "queue job data config"),
          Map.entry("execution.failure", "data data.codec error"),
          Map.entry("execution.outside.jpa", "execution.outside job job.jpa"),
          Map.entry("execution.outside", "backend worker worker.file worker.folder job config"),
          Map.entry(
              "execution.attempt",
              "execution.request execution.forecast execution.failure execution.backend"
                  + " execution.outside backend catalogue queue job node output outbox data data.codec data.fetch config error"
                  + " worker.file worker.folder"),
          Map.entry(
              "execution.sync",
              "worker.file execution.request execution.failure execution.outside backend job data data.codec data.fetch config error"),
          Map.entry(
              "execution",
              "execution.request execution.forecast execution.failure execution.attempt"
                  + " execution.sync catalogue queue job output outbox data security config error"),
          Map.entry("deploy.cwl", "command"),
          Map.entry("deploy.unit", "deploy.cwl command"),
          Map.entry(
              "deploy",
              "deploy.unit deploy.cwl command backend catalogue queue data data.fetch security config"
                  + " error"),
          Map.entry("deploy.jpa", "deploy"),
          Map.entry(
              "admin",
              "execution execution.forecast execution.outside queue job node backend command security config error"),
          Map.entry("batch", "execution.attempt execution.backend job config"),
          Map.entry(
              "web.ows",
              "execution execution.request execution.forecast catalogue outbox data data.xml"
                  + " security config error"),
          Map.entry("web.soap", "web.ows catalogue security"),
          Map.entry("web.file", "web.ows execution output job data security error"),
          Map.entry(
              "web.wps10",
              "web.ows execution execution.request execution.forecast catalogue output outbox job"
                  + " data data.xml security config error"),
          Map.entry(
              "web.wps20",
              "web.ows execution execution.request catalogue output outbox job data security"
                  + " error"),
          Map.entry(
              "web.ogcapi",
              "web.ogcapi.document web.ogcapi.describe web.ogcapi.execute web.ogcapi.result"
                  + " web.ogcapi.job web.ogcapi.deploy deploy web.ows execution execution.request execution.forecast"
                  + " catalogue outbox job data security error"),
          Map.entry("web.ogcapi.document", "web.ows security config error"),
          Map.entry("web.ogcapi.deploy", "web.ogcapi.document deploy"),
          Map.entry("web.ogcapi.describe", "web.ogcapi.document web.ows data data.codec"),
          Map.entry(
              "web.ogcapi.execute",
              "web.ogcapi.document web.ows execution.request data data.codec data.json config"
                  + " error"),
          Map.entry(
              "web.ogcapi.job", "web.ogcapi.document web.ows execution execution.forecast job"),
          Map.entry(
              "web.ogcapi.result",
              "web.ogcapi.document web.ogcapi.execute web.ows execution execution.request output"
                  + " job data data.json"),
          Map.entry(
              "web.admin", "web.ows admin execution queue job node command config security error"),
          Map.entry("web.health", "web.ows admin config"),
          Map.entry("processes.basic", ""),
          Map.entry("processes.conformance", ""),
          Map.entry("processes.crs", ""),
          Map.entry("processes.geometry", "processes.crs"),
          Map.entry("processes.raster", "processes.crs processes.geometry"),
          Map.entry("processes.vector", "processes.crs processes.geometry"),
          Map.entry("processes.waiting", ""));

  /** A technology, and the rooms or single classes that use it. */
  private static final Map<String, String> TECHNOLOGIES =
      Map.ofEntries(
          Map.entry("jakarta.servlet..", "web.."),
          Map.entry("jakarta.ws.rs..", "web.."),
          Map.entry("jakarta.batch..", "batch"),
          Map.entry("org.jberet..", "batch"),
          Map.entry("jakarta.mail..", "outbox"),
          Map.entry("org.hibernate..", "..jpa"),
          Map.entry("org.flywaydb..", "..jpa"),
          // Failures recognizes by its exceptions that the database is away
          Map.entry("jakarta.persistence..", "..jpa execution.failure.Failures"),
          // BatchRows prunes tables that are not ours and have no entities
          Map.entry("java.sql..", "..jpa execution.failure.Failures batch.BatchRows"),
          Map.entry("javax.sql..", "..jpa batch.BatchRows"),
          Map.entry(
              "com.fasterxml.jackson..",
              "data data.codec data.json command backend.RecordFolder deploy deploy.unit deploy.cwl web.ogcapi.execute worker.folder execution.outside.WorkerLibrary"),
          Map.entry("com.github.dockerjava..", "backend.container"),
          Map.entry("com.networknt..", "data.codec command"),
          Map.entry("org.apache.hc..", "data.fetch"),
          Map.entry("java.net.http..", "data.fetch"),
          Map.entry("com.ctc.wstx..", "data.xml"),
          Map.entry("javax.xml.parsers..", "data.xml"),
          Map.entry("javax.xml.transform..", "data.xml"),
          Map.entry("javax.xml.validation..", "data.xml"),
          Map.entry("javax.xml.xpath..", "data.xml"),
          Map.entry("org.xml.sax..", "data.xml"));

  private static final JavaClasses ALL =
      new ClassFileImporter()
          .importPaths(
              Stream.of(
                      "wps-api",
                      "wps-worker",
                      "wps-ejb",
                      "wps-batch-jobs",
                      "wps-processes",
                      "wps-web")
                  .map(it -> Path.of("..", it, "target", "classes"))
                  .toList());

  @ParameterizedTest
  @MethodSource("rooms")
  void aRoomSeesOnlyWhatTheMapAllows(String room, String seen) {
    String[] allowed =
        Stream.concat(Stream.of(room), Arrays.stream(seen.split(" ")).filter(it -> !it.isEmpty()))
            .map(it -> BASE + it)
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(BASE + room)
        .should()
        .dependOnClassesThat(
            resideInAPackage("org.drover.wps..")
                .and(not(resideInAnyPackage(allowed)))
                .and(not(resideInAPackage(BASE + "process.."))))
        .check(ALL);
  }

  static Stream<Arguments> rooms() {
    return ROOMS.entrySet().stream().map(it -> Arguments.of(it.getKey(), it.getValue()));
  }

  @Test
  void everyClassIsInARoomOfTheMap() {
    assertThat(
            ALL.stream()
                .filter(it -> !it.getSimpleName().equals("package-info"))
                .map(JavaClass::getPackageName)
                .distinct())
        .isNotEmpty()
        .filteredOn(it -> !it.startsWith(BASE + "process.") && !it.equals(BASE + "process"))
        .map(it -> it.substring(BASE.length()))
        .containsExactlyInAnyOrderElementsOf(ROOMS.keySet());
  }

  @Test
  void theProcessApiSeesNothingOfTheServer() {
    noClasses()
        .that()
        .resideInAPackage(BASE + "process..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("org.drover.wps..").and(not(resideInAPackage(BASE + "process.."))))
        .check(ALL);
  }

  @ParameterizedTest
  @MethodSource("technologies")
  void aTechnologyStaysInItsRooms(String technology, String users) {
    noClasses()
        .that(not(isOneOf(users.split(" "))))
        .should()
        .dependOnClassesThat(resideInAPackage(technology))
        .check(ALL);
  }

  static Stream<Arguments> technologies() {
    return TECHNOLOGIES.entrySet().stream().map(it -> Arguments.of(it.getKey(), it.getValue()));
  }

  private static DescribedPredicate<JavaClass> isOneOf(String... users) {
    return DescribedPredicate.describe(
        "of " + String.join(", ", users),
        it -> Arrays.stream(users).anyMatch(user -> isIn(user, it)));
  }

  private static boolean isIn(String user, JavaClass it) {
    String pattern = user.startsWith("..") ? user : BASE + user;
    return it.getName().equals(BASE + user)
        || it.getName().startsWith(BASE + user + "$")
        || resideInAPackage(pattern).test(it);
  }

  @Test
  void xmlParsersAndWritersAreMadeInOnePlace() {
    noClasses()
        .that()
        .resideOutsideOfPackage(BASE + "data.xml")
        .should()
        .dependOnClassesThat()
        .haveNameMatching("javax\\.xml\\.stream\\.XML(Input|Output|Event)Factory")
        .check(ALL);
  }

  @Test
  void onlyTheFetcherOpensConnections() {
    noClasses()
        .that()
        .resideOutsideOfPackage(BASE + "data.fetch")
        .should()
        .dependOnClassesThat()
        .haveNameMatching("java\\.net\\.(Http|JarURL)?(URLConnection|Socket|DatagramSocket)")
        .orShould()
        .callMethod(java.net.URL.class, "openStream")
        .orShould()
        .callMethod(java.net.URL.class, "openConnection")
        .check(ALL);
  }

  @Test
  void timeIsAskedOfAClock() {
    ArchRule rule =
        noClasses()
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now");
    rule.check(ALL);
  }

  @Test
  void thereIsNoCycleBetweenRooms() {
    slices().matching(BASE + "(*)..").should().beFreeOfCycles().check(ALL);
  }

  /** The worker has no server, and so no log: what it writes there is kept with the job. */
  @Test
  void nothingButTheWorkerWritesToTheConsole() {
    GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(
        ALL.that(not(resideInAPackage(BASE + "worker"))));
  }
}
