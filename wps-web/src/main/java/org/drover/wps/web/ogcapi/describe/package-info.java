/** Processes as OGC API - Processes describes them (18-062r2 §8): inputs and outputs by schema. */
package org.drover.wps.web.ogcapi.describe;
