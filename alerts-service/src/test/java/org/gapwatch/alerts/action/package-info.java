@NullMarked
package org.gapwatch.alerts.action;

import org.jspecify.annotations.NullMarked;
