/** Who is to hear of a job: messages stored with it, made due by its state, sent by any node. */
package org.drover.wps.outbox;
