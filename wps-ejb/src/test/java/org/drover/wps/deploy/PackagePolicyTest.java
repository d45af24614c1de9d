package org.drover.wps.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackagePolicyTest {

  private static final String COMMAND =
      """
      process: sorted
      version: 1.0.0
      title: Sorted
      inputs: {text: {title: Text, formats: [{type: text/plain}]}}
      outputs: {sorted: {title: Sorted, formats: [{type: text/plain}], stdout: true}}
      command: [sort, "{text.path}"]
      """;
  private static final String IMAGE = COMMAND + "image: example.org/tools/sort:1\n";

  private final Checks checks = new Checks();
  private final Set<String> changed = new HashSet<>();

  private void set(String setting, String value) {
    changed.add(setting);
    System.setProperty(setting, value);
  }

  @AfterEach
  void restore() {
    changed.forEach(System::clearProperty);
  }

  @Test
  void programsOfTheServerAreRunOnlyWhereTheAdministratorNamesThem() {
    checks.refused(
        Checks.COMMAND,
        COMMAND,
        "line 6: a deployed process needs an image (in CWL: DockerRequirement); of the programs of"
            + " the server it may run none, not sort");
    set("drover.deploy.programs", "wc, sort");
    JsonNode model = checks.model(Checks.COMMAND, COMMAND + "backend: slurm\n");
    assertThat(model.has("backend")).isFalse();
    checks.refused(
        Checks.COMMAND,
        COMMAND + "environment: {LD_PRELOAD: x}\n",
        "line 7: 'environment' needs an image, too");
    checks.refused(Checks.COMMAND, COMMAND.replace("[sort", "[/bin/sh"), "[sort, wc], not /bin/sh");
  }

  @Test
  void whatHasAnImageRunsInAContainerAndNowhereElse() {
    JsonNode model = checks.model(Checks.COMMAND, IMAGE + "backend: subprocess\n");
    assertThat(model.get("backend").asText()).isEqualTo("container");
  }

  @Test
  void imagesAreThoseTheAdministratorNames() {
    set("drover.deploy.images", "example.org/tools/*, debian");
    checks.model(Checks.COMMAND, IMAGE);
    checks.refused(
        Checks.COMMAND,
        IMAGE.replace("example.org", "other.org"),
        "line 7: images that may be named here are [debian, example.org/tools/*]");
  }

  @Test
  void theNetworkIsGrantedByASetting() {
    checks.refused(
        Checks.COMMAND, IMAGE + "network: true\n", "line 8: deployed processes have no network");
    set("drover.deploy.network", "true");
    assertThat(checks.model(Checks.COMMAND, IMAGE + "network: true\n").get("network").asBoolean())
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "limits: {memory-megabytes: 4001} | 'memory-megabytes' of a deployed process is at most 4000",
        "limits: {processes: 257} | 'processes' of a deployed process is at most 256",
        "limits: {cpus: 2.1} | 'cpus' of a deployed process is at most 2",
        "limits: {cpu-seconds: 36001} | 'cpu-seconds' of a deployed process is at most 36000",
        "limits: {file-megabytes: 4001} | 'file-megabytes' of a deployed process is at most 4000",
        "limits: {folder-megabytes: 8001} | 'folder-megabytes' of a deployed process is at most 8000",
        "limits: {time: PT7H} | 'time' of a deployed process is at most PT6H",
        "keep: P31D | 'keep' of a deployed process is at most PT720H",
        "scripts: [a.py] | there is no file a.py beside it",
        "queue: medium | the queues are [long, short]",
        "limits: 7 | $.limits: integer found, object expected",
      })
  void limitsHaveCeilings(String line, String message) {
    checks.refused(Checks.COMMAND, IMAGE + line + "\n", "line 8: " + message);
  }

  @Test
  void whereThePackageSaysNothingTheCeilingHoldsIfItIsLower() {
    set("drover.deploy.memory-megabytes", "200");
    set("drover.deploy.time", "PT5M");
    JsonNode limits = checks.model(Checks.COMMAND, IMAGE).get("limits");
    assertThat(limits.get("memory-megabytes").asInt()).isEqualTo(200);
    assertThat(limits.get("time").asText()).isEqualTo("PT5M");
    assertThat(limits.has("processes")).isFalse();
  }
}
