package com.example.hello;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.drover.wps.process.Execution;
import org.junit.jupiter.api.Test;

class HelloTest {

  @Test
  void itGreetsInTheLanguageAskedFor() {
    Hello.In in = new Hello.In("Ada", Hello.Language.GERMAN);

    assertEquals("Guten Tag, Ada!", new Hello().run(in, Execution.none()).greeting());
  }
}
