/**
 * What the peer reads of the alerts stream's package of the same name: its rows, which that one shows to nobody else.
 */
@NullMarked
package org.gapwatch.alerts.stream.state;

import org.jspecify.annotations.NullMarked;
