package org.drover.wps.bench.ceiling;

import jakarta.annotation.Resource;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * A door to the database that Drover uses, with the same pool of connections: {@code /rows/commits}
 * measures the commits a second, {@code /rows/fill} stores finished jobs, {@code /rows/queue}
 * waiting ones, {@code /rows/open} counts jobs that have not ended, {@code /rows/tasks} what
 * engines outside have been asked for, {@code /rows/clear} removes what the others stored.
 */
@WebServlet("/rows/*")
public class RowsServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final int MOST_CLIENTS = 64;

  @Resource(lookup = "java:jboss/datasources/DroverDS")
  private transient DataSource database;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    try {
      String answer =
          switch (request.getPathInfo()) {
            case "/commits" -> Double.toString(commitRate(request));
            case "/fill" -> new JobRows(database).fill(number(request, "count"));
            case "/queue" -> new JobRows(database).queue(number(request, "count"));
            case "/open" -> Long.toString(new JobRows(database).countOpen());
            case "/tasks" -> new JobRows(database).tasks();
            case "/clear" -> Integer.toString(new JobRows(database).clear());
            default -> throw new ServletException("no such door: " + request.getPathInfo());
          };
      response.setContentType("text/plain;charset=UTF-8");
      response.getWriter().write(answer);
    } catch (SQLException e) {
      throw new ServletException(e);
    }
  }

  private double commitRate(HttpServletRequest request) throws SQLException {
    int clients = Math.min(MOST_CLIENTS, number(request, "clients"));
    return new CommitRate(database, clients)
        .measure(Duration.ofMillis(number(request, "milliseconds")));
  }

  private static int number(HttpServletRequest request, String name) {
    return Integer.parseInt(request.getParameter(name));
  }
}
