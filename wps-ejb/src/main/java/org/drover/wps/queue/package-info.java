/** Jobs waiting, and who may take the next one: decided in SQL by priority, owners in turn. */
package org.drover.wps.queue;
