/** Who calls, and what they may do. */
package org.drover.wps.security;
