package org.drover.wps.bench.ceiling;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Changes a setting of Drover while it runs, as an administrator does through management. */
@WebServlet("/setting")
public class SettingServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    System.setProperty(request.getParameter("name"), request.getParameter("value"));
    response.setContentType("text/plain;charset=UTF-8");
    response.getWriter().write("set");
  }
}
