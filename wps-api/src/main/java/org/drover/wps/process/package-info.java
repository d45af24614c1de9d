/**
 * What a process author writes against: {@link org.drover.wps.process.DirectProcess} for work done
 * in one go, {@link org.drover.wps.process.PartitionedProcess} for work that is cut into parts,
 * checkpointed and resumed by the server. Inputs and outputs are records; their components are the
 * identifiers, their types the schemas.
 */
package org.drover.wps.process;
