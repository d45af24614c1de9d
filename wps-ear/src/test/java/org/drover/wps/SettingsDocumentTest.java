package org.drover.wps;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.lang.reflect.Field;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.drover.wps.config.Setting;
import org.junit.jupiter.api.Test;

/** The table of settings and the code must not part. */
class SettingsDocumentTest {

  /** The WAR's classes are on no class path. */
  private static final URL[] MODULES = {
    classes("wps-ejb"), classes("wps-batch-jobs"), classes("wps-web")
  };

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
    ClassLoader loader = new URLClassLoader(MODULES, SettingsDocumentTest.class.getClassLoader());
    return new ClassFileImporter()
        .importUrls(List.of(MODULES)).stream()
            .flatMap(type -> type.getFields().stream())
            .filter(field -> field.getRawType().getName().equals(Setting.class.getName()))
            .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
            .<Setting<?>>map(field -> value(loader, field))
            .toList();
  }

  private static Setting<?> value(ClassLoader loader, JavaField field) {
    try {
      Field reflected =
          Class.forName(field.getOwner().getName(), true, loader).getDeclaredField(field.getName());
      reflected.setAccessible(true);
      return (Setting<?>) reflected.get(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static URL classes(String module) {
    try {
      return Path.of("..", module, "target", "classes").toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
