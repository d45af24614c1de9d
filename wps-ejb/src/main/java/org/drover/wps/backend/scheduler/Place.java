package org.drover.wps.backend.scheduler;

/**
 * Where a scheduler has a task: it finds it by this, before and after it has given it a number.
 *
 * @param name of the array
 * @param index in the array, from 0
 */
public record Place(String name, int index) {}
