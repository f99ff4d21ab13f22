/**
 * What all services share: the topics and their check at start, the projections from Kafka into MongoDB, health, and how
 * HTTP errors look. A service imports {@link org.gapwatch.service.ServiceBase} and its settings file
 * {@code gapwatch-service.yml}.
 */
@NullMarked
package org.gapwatch.service;

import org.jspecify.annotations.NullMarked;
