/**
 * Read models: each projection turns the records of one topic into the documents of one MongoDB collection. MongoDB is a
 * view: what a projection has applied is stored beside its documents, so that a replay, a crash, a second instance or a
 * dropped database change nothing. A service declares {@link org.gapwatch.service.projection.Projection} beans; the rest
 * happens here. Start with {@link org.gapwatch.service.projection.ProjectionRunner}.
 */
@NullMarked
package org.gapwatch.service.projection;

import org.jspecify.annotations.NullMarked;
