package org.drover.wps.web.file;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.drover.wps.execution.GetOutput;
import org.drover.wps.output.StoredOutput;
import org.drover.wps.web.ows.Callers;
import org.drover.wps.web.ows.OutputBody;

/** Outputs of finished jobs at {@code /outputs/<name>}; they never change while they are there. */
@WebServlet(urlPatterns = "/outputs/*")
public class OutputServlet extends FileServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient GetOutput outputs;

  @Override
  Optional<Served> find(String name, HttpServletRequest request) {
    return name.matches("[A-Za-z0-9._-]{1,200}")
        ? outputs.find(name, Callers.of(request)).map(OutputServlet::served)
        : Optional.empty();
  }

  static Served served(StoredOutput stored) {
    int dot = stored.name().lastIndexOf('.');
    String ending = dot < 0 ? "" : stored.name().substring(dot);
    String id = stored.output().id().replaceAll("[^A-Za-z0-9._-]", "_");
    return new Served(
        OutputBody.of(stored.output().value()),
        id.endsWith(ending) ? id : id + ending,
        '"' + stored.name() + '"',
        "private, no-cache");
  }
}
