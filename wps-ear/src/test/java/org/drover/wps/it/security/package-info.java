/** Who may do what, on a running server. */
package org.drover.wps.it.security;
