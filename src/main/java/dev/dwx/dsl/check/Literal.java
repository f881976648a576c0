package dev.dwx.dsl.check;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.SpreadExpression;
import org.codehaus.groovy.ast.expr.UnaryMinusExpression;

/** Values that stand in a source as they are; the rest is {@link NotYetKnown}. */
final class Literal {
    private Literal() {
    }

    static Object of(Expression expression) {
        if (expression instanceof ConstantExpression constant) {
            return constant.getValue();
        }
        if (expression instanceof UnaryMinusExpression minus) {
            return negative(of(minus.getExpression()));
        }
        if (expression instanceof MapExpression map) {
            return map(map);
        }
        if (expression instanceof ListExpression list) {
            return list(list);
        }
        return NotYetKnown.VALUE;
    }

    private static Object negative(Object value) {
        if (value instanceof Integer number && number != Integer.MIN_VALUE) {
            return -number;
        }
        if (value instanceof Long number && number != Long.MIN_VALUE) {
            return -number;
        }
        return value instanceof BigInteger number ? number.negate()
                : value instanceof BigDecimal decimal ? decimal.negate() : NotYetKnown.VALUE;
    }

    private static Object list(ListExpression list) {
        List<Object> values = new ArrayList<>();
        for (Expression element : list.getExpressions()) {
            if (element instanceof SpreadExpression) {
                return NotYetKnown.VALUE;
            }
            values.add(of(element));
        }
        return values;
    }

    private static Object map(MapExpression map) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (MapEntryExpression entry : map.getMapEntryExpressions()) {
            if (!(entry.getKeyExpression() instanceof ConstantExpression key)) {
                return NotYetKnown.VALUE;
            }
            values.put(String.valueOf(key.getValue()), of(entry.getValueExpression()));
        }
        return values;
    }
}
