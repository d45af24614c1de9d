package org.drover.wps;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.drover.wps.config.Setting;
import org.junit.jupiter.api.Test;

/** The table of settings and the code must not part. */
class SettingsDocumentTest {

  @Test
  void theTableNamesEverySettingAndNoOther() throws IOException {
    String table = Files.readString(Path.of("..", "wildfly-config", "README.md"));
    String section =
        table.substring(table.indexOf("## Settings of the service"), table.indexOf("## Threads"));
    List<String> keys = settings().stream().map(Setting::key).distinct().sorted().toList();
    assertThat(keys).hasSizeGreaterThan(20);
    assertThat(keys)
        .filteredOn(key -> !key.equals("drover.data") && !key.equals("drover.node"))
        .allSatisfy(key -> assertThat(section).contains("`" + key + "`"));
    assertThat(section.lines().filter(line -> line.startsWith("| `drover.")))
        .allSatisfy(line -> assertThat(keys).contains(key(line)));
  }

  private static String key(String line) {
    int from = line.indexOf('`') + 1;
    return line.substring(from, line.indexOf('`', from));
  }

  private static List<Setting<?>> settings() {
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.drover.wps")
            .stream()
            .flatMap(type -> type.getFields().stream())
            .filter(field -> field.getRawType().isEquivalentTo(Setting.class))
            .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
            .<Setting<?>>map(SettingsDocumentTest::value)
            .toList();
  }

  private static Setting<?> value(JavaField field) {
    try {
      java.lang.reflect.Field reflected = field.reflect();
      reflected.setAccessible(true);
      return (Setting<?>) reflected.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
