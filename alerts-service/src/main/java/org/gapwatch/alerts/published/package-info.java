/** How view, feed and REST read the JSON records that the stream published. */
@NullMarked
package org.gapwatch.alerts.published;

import org.jspecify.annotations.NullMarked;
