/**
 * Health that every service tells: {@code broker}, {@code database}, {@code projections}, and {@code projectionsAlive}. All
 * of it counts for readiness; liveness is what each service's own settings name.
 */
@NullMarked
package org.gapwatch.service.health;

import org.jspecify.annotations.NullMarked;
