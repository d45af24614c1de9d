/** The figures: each class measures one group and tells the report. */
package org.drover.wps.bench.figures;
