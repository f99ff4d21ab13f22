@NullMarked
package org.gapwatch.faults.system;

import org.jspecify.annotations.NullMarked;
