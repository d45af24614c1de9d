/** What an administrator can set: one record per room, each key with a sentence. */
package org.drover.wps.config;
