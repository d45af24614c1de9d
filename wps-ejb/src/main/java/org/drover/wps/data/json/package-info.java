/**
 * JSON that may be larger than memory: long strings go to files, values are copied as they are
 * read.
 */
package org.drover.wps.data.json;
