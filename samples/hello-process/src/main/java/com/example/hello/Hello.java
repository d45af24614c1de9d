package com.example.hello;

import org.drover.wps.process.Default;
import org.drover.wps.process.DirectProcess;
import org.drover.wps.process.Execution;
import org.drover.wps.process.ProcessInfo;
import org.drover.wps.process.Title;

/** Greets somebody. */
@ProcessInfo(
    id = "hello",
    title = "Hello",
    version = "1.0.0",
    summary = "Greets somebody by name.",
    keywords = {"sample"})
public class Hello implements DirectProcess<Hello.In, Hello.Out> {

  /** The language of the greeting. */
  public enum Language {
    ENGLISH("Hello, %s!"),
    GERMAN("Guten Tag, %s!");

    private final String greeting;

    Language(String greeting) {
      this.greeting = greeting;
    }
  }

  /** Whom to greet, and how. */
  public record In(
      @Title("Name") String name, @Title("Language") @Default("ENGLISH") Language language) {}

  /** What to say. */
  public record Out(@Title("Greeting") String greeting) {}

  @Override
  public Out run(In in, Execution execution) {
    return new Out(String.format(in.language().greeting, in.name()));
  }
}
