/** Tests of the folds: named cases, vectors of an independent program, and random statements against naive models. */
@NullMarked
package org.gapwatch.contract.fold;

import org.jspecify.annotations.NullMarked;
