/** One class for each disorder. */
package org.drover.wps.chaos.scenario;
