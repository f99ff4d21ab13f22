/**
 * The border: what production-service and procurement-service share. Outsiders' events come in, by Kafka or HTTP; each
 * is accepted or rejected, never both and never neither.
 *
 * <pre>
 *   gapwatch.intake.* --intake--\                       /--> canonical topic --entity--> MongoDB --> GET lists, one entity
 *   POST /api/events  --http-----+--> codec --> check --+
 *   POST /api/orders  --rest----/                       \--> gapwatch.rejected-events --rejection--> MongoDB --> GET /api/rejections
 * </pre>
 *
 * Kafka is the record: an answer is given, or an offset committed, only after the broker has acknowledged. Start with
 * {@link org.gapwatch.border.FrontService}, then {@link org.gapwatch.border.check.BorderCheck}.
 */
@NullMarked
package org.gapwatch.border;

import org.jspecify.annotations.NullMarked;
