package dev.dwx.dsl.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.GStringExpression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.SpreadExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;

/**
 * What stands between the parentheses of a call.
 *
 * @param entries the named ones, by name, in order
 * @param whole whether there is nothing besides
 * @param positional one that has no name and is no map for sure, or {@code null}
 */
record CallArguments(Map<String, MapEntryExpression> entries, boolean whole, Expression positional) {
    static CallArguments of(Expression arguments) {
        List<Expression> given = arguments instanceof TupleExpression tuple ? tuple.getExpressions() : List.of(arguments);
        if (given.isEmpty()) {
            return new CallArguments(Map.of(), true, null);
        }
        for (Expression one : given) {
            if (one instanceof SpreadExpression) {
                return new CallArguments(Map.of(), false, null);
            }
        }
        Map<String, MapEntryExpression> entries = new LinkedHashMap<>();
        boolean whole = given.get(0) instanceof MapExpression;
        if (given.get(0) instanceof MapExpression map) {
            for (MapEntryExpression entry : map.getMapEntryExpressions()) {
                // *: and (name): may name anything.
                if (entry.getKeyExpression() instanceof ConstantExpression key) {
                    entries.put(String.valueOf(key.getValue()), entry);
                } else {
                    whole = false;
                }
            }
        }
        Expression positional = given.size() == 1 ? isNoMap(given.get(0)) ? given.get(0) : null
                : given.get(0) instanceof MapExpression ? given.get(1) : given.get(0);
        return new CallArguments(entries, whole, positional);
    }

    private static boolean isNoMap(Expression one) {
        return one instanceof ConstantExpression || one instanceof GStringExpression || one instanceof ListExpression
                || one instanceof ClosureExpression;
    }

    /** The values as far as they stand there. */
    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        entries.forEach((name, entry) -> values.put(name, Literal.of(entry.getValueExpression())));
        return values;
    }
}
