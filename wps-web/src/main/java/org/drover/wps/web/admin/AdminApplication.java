package org.drover.wps.web.admin;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Everything below {@code /admin}; the protocols and files have servlets of their own. */
@ApplicationPath("/admin")
public class AdminApplication extends Application {}
