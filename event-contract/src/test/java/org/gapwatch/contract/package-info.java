/** Tests of the published language. */
@NullMarked
package org.gapwatch.contract;

import org.jspecify.annotations.NullMarked;
