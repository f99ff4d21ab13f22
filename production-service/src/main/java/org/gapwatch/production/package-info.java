/**
 * The production-service: which events it takes, and what people state and see of its entities by REST. All that it shares
 * with the other front service is in {@link org.gapwatch.border}. Start with its configuration class.
 */
@NullMarked
package org.gapwatch.production;

import org.jspecify.annotations.NullMarked;
