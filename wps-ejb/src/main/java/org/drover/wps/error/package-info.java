/** What can go wrong, in words of no protocol. Each protocol maps it in one place. */
package org.drover.wps.error;
