package org.drover.wps.it.soap;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.tools.ws.wscompile.WsimportTool;
import jakarta.xml.bind.JAXBContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.drover.wps.it.Work;

/** A client that wsimport has generated from a WSDL, with nothing adapted. */
final class GeneratedClient implements AutoCloseable {

  private static final String WPS_PACKAGE = "net.opengis.wps._1_0";

  private final URLClassLoader loader;
  private final Object port;

  private GeneratedClient(URLClassLoader loader, Object port) {
    this.loader = loader;
    this.port = port;
  }

  static GeneratedClient from(String wsdl) throws Exception {
    Path folder = Files.createDirectories(Work.folder("wsimport"));
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    boolean done =
        new WsimportTool(said)
            .run(new String[] {"-d", folder.toString(), "-extension", "-quiet", wsdl});
    assertThat(done).as(said.toString(StandardCharsets.UTF_8)).isTrue();
    URLClassLoader loader =
        new URLClassLoader(
            new URL[] {folder.toUri().toURL()}, GeneratedClient.class.getClassLoader());
    Object service =
        loader.loadClass(serviceClass(folder)).getConstructor(URL.class).newInstance(url(wsdl));
    return new GeneratedClient(
        loader, service.getClass().getMethod("getWpsSoap11Port").invoke(service));
  }

  private static URL url(String address) throws MalformedURLException {
    return URI.create(address).toURL();
  }

  private static String serviceClass(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      String file =
          files
              .map(it -> folder.relativize(it).toString())
              .filter(it -> it.endsWith("WebProcessingService.class"))
              .findFirst()
              .orElseThrow();
      return file.substring(0, file.length() - ".class".length()).replace('/', '.');
    }
  }

  /**
   * Executes a request through the generated classes, and gives back what they make of the answer.
   */
  String execute(String request) throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      JAXBContext context = JAXBContext.newInstance(WPS_PACKAGE, loader);
      Object execute = context.createUnmarshaller().unmarshal(new StringReader(request));
      Method operation =
          Arrays.stream(port.getClass().getInterfaces())
              .flatMap(it -> Arrays.stream(it.getMethods()))
              .filter(it -> it.getName().equals("execute"))
              .findFirst()
              .orElseThrow();
      StringWriter answer = new StringWriter();
      context.createMarshaller().marshal(operation.invoke(port, execute), answer);
      return answer.toString();
    } catch (InvocationTargetException e) {
      throw (Exception) e.getCause();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Override
  public void close() throws IOException {
    loader.close();
  }
}
