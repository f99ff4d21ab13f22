@NullMarked
package org.gapwatch.faults;

import org.jspecify.annotations.NullMarked;
