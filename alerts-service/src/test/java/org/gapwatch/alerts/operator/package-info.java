@NullMarked
package org.gapwatch.alerts.operator;

import org.jspecify.annotations.NullMarked;
