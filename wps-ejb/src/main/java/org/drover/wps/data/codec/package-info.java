/** One format, one class: how features, geometries and literals are read and written. */
package org.drover.wps.data.codec;
