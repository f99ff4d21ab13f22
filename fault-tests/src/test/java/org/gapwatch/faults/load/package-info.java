@NullMarked
package org.gapwatch.faults.load;

import org.jspecify.annotations.NullMarked;
