/** Jobs waiting, and who may take the next one: decided in SQL, first come, first served. */
package org.drover.wps.queue;
