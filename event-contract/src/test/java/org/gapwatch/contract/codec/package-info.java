/** Tests of the codec: every rule broken once, both modes, golden files, and code against schemas. */
@NullMarked
package org.gapwatch.contract.codec;

import org.jspecify.annotations.NullMarked;
