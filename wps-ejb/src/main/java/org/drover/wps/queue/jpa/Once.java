package org.drover.wps.queue.jpa;

import java.util.function.Supplier;

/** Something made when it is first asked for, by one thread. */
final class Once<T> implements Supplier<T> {

  private final Supplier<T> maker;
  private T made;

  Once(Supplier<T> maker) {
    this.maker = maker;
  }

  @Override
  public T get() {
    if (made == null) {
      made = maker.get();
    }
    return made;
  }
}
