@NullMarked
package org.gapwatch.faults.check;

import org.jspecify.annotations.NullMarked;
