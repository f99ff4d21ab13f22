package org.gapwatch.alerts.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gapwatch.contract.EventType.LINE_CLOSED;
import static org.gapwatch.contract.EventType.ORDER_PLACED;

import org.gapwatch.alerts.number.Amount;
import org.gapwatch.contract.EventType;
import org.junit.jupiter.api.Test;

class CellsTest {

    private final Cells cells = new Cells();

    @Test
    void addsUpByTypeAndMonth() {
        cells.add(ORDER_PLACED, 24_313, 5);
        cells.add(LINE_CLOSED, 24_313, -2);
        cells.add(ORDER_PLACED, 24_312, 1);
        cells.add(ORDER_PLACED, 24_313, 7);
        assertThat(cells.size()).isEqualTo(3);
        assertThat(sum(cells, ORDER_PLACED, 24_313)).hasToString("12");
        assertThat(sum(cells, ORDER_PLACED, 24_312)).hasToString("1");
        assertThat(sum(cells, LINE_CLOSED, 24_313)).hasToString("-2");
    }

    @Test
    void anAdditionThatWouldOverflowGoesIntoAFurtherCell() {
        for (int i = 0; i < 4; i++) {
            cells.add(ORDER_PLACED, 24_313, Long.MAX_VALUE);
        }
        assertThat(sum(cells, ORDER_PLACED, 24_313)).isEqualTo(Amount.of(Long.MAX_VALUE).times(4));
        for (int i = 0; i < 5; i++) {
            cells.add(ORDER_PLACED, 24_313, Long.MIN_VALUE);
        }
        assertThat(sum(cells, ORDER_PLACED, 24_313))
                .isEqualTo(Amount.of(Long.MAX_VALUE).times(4).plus(Amount.of(Long.MIN_VALUE).times(5)));
    }

    @Test
    void whatIsAddedAndSubtractedAgainLeavesNothing() {
        Cells others = new Cells();
        others.add(ORDER_PLACED, 24_313, Long.MIN_VALUE);
        others.add(LINE_CLOSED, 24_000, 3);
        cells.add(ORDER_PLACED, 24_313, 11);
        cells.addAll(others);
        cells.subtractAll(others);
        assertThat(sum(cells, ORDER_PLACED, 24_313)).hasToString("11");
        assertThat(sum(cells, LINE_CLOSED, 24_000)).hasToString("0");
        cells.dropZeros();
        assertThat(cells.size()).isEqualTo(1);
    }

    static Amount sum(Cells cells, EventType type, int month) {
        Amount sum = Amount.ZERO;
        for (int i = 0; i < cells.size(); i++) {
            if (cells.type(i) == type && cells.month(i) == month) {
                sum = sum.plus(Amount.of(cells.amount(i)));
            }
        }
        return sum;
    }
}
