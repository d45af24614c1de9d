/** The backend {@code slurm}: tasks as job arrays of Slurm, by its command line programs. */
package org.drover.wps.backend.slurm;
