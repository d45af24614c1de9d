package org.drover.wps.config;

/** What a node does, so that web servers and processing servers can be as many as each needs. */
public enum NodeRole {
  /** Answers requests, and runs what is to be answered at once; works on no queue. */
  ANSWERS,
  /** Works on the queues; refuses the requests of clients. */
  WORKS,
  BOTH;

  public boolean answers() {
    return this != WORKS;
  }

  public boolean works() {
    return this != ANSWERS;
  }
}
