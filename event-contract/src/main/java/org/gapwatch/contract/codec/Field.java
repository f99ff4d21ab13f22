package org.gapwatch.contract.codec;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every field that the data of some event type have. A name means the same in all of them. */
enum Field {
    CAPABILITY("capability", Kind.CAPABILITY), LINE_ID("lineId", Kind.ID), ORDER_ID("orderId", Kind.ID), PARTY("party",
            Kind.ID), DELIVERY_ID("deliveryId", Kind.ID), OPENS_ON("opensOn", Kind.DATE), EFFECTIVE_ON("effectiveOn",
                    Kind.DATE), DELIVERED_ON("deliveredOn", Kind.DATE), MONTHLY_CAPACITY("monthlyCapacity",
                            Kind.QUANTITY), MONTHLY_OUTPUT("monthlyOutput", Kind.QUANTITY), QUANTITY("quantity",
                                    Kind.QUANTITY), RAMP_MONTHS("rampMonths", Kind.RAMP), SCHEDULE("schedule",
                                            Kind.SCHEDULE), VALUE("value", Kind.MONEY), PRODUCER("producer",
                                                    Kind.TEXT), SITE("site", Kind.TEXT), COUNTRY("country",
                                                            Kind.TEXT), REASON("reason", Kind.TEXT), BUYER("buyer",
                                                                    Kind.TEXT), SUPPLIER("supplier",
                                                                            Kind.TEXT), CITATION("citation",
                                                                                    Kind.TEXT), NOTE("note", Kind.TEXT);

    /** How a field's value is written and checked. */
    enum Kind {
        ID, CAPABILITY, DATE, QUANTITY, RAMP, SCHEDULE, MONEY, TEXT
    }

    private static final Map<String, Field> BY_NAME = Stream.of(values())
            .collect(Collectors.toUnmodifiableMap(Field::fieldName, Function.identity()));

    private final String fieldName;
    private final Kind kind;
    private final long nameHash;

    Field(String fieldName, Kind kind) {
        this.fieldName = fieldName;
        this.kind = kind;
        nameHash = ContentHash.text(fieldName);
    }

    String fieldName() {
        return fieldName;
    }

    Kind kind() {
        return kind;
    }

    /** {@link ContentHash#text(String)} of the name. */
    long nameHash() {
        return nameHash;
    }

    /** The field of that name, or null where there is none. */
    static @Nullable Field of(String name) {
        return BY_NAME.get(name);
    }
}
