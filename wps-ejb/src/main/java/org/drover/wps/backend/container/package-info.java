/** Tasks as containers of an engine on this machine that speaks Docker's API: Docker or Podman. */
package org.drover.wps.backend.container;
