package dev.dwx.sandbox.world

import dev.dwx.catalog.ApiOperation
import dev.dwx.catalog.Schema

/** Whether an answer has only what its operation's response schema names, in the types it names. */
class Shape {
    static List<String> faults(ApiOperation operation, Map answer) {
        def wrong = []
        walk(operation, operation.response(), answer, operation.name(), wrong)
        wrong
    }

    private static void walk(ApiOperation operation, Schema given, Object value, String path, List wrong) {
        def schema = operation.resolve(given)
        if (value == null) {
            wrong << "$path is null"
        } else if (schema.isArray()) {
            value instanceof List ? value.each { walk(operation, schema.items(), it, path + '[]', wrong) } : (wrong << "$path is no list")
        } else if (schema.isObject() && schema.properties()) {
            if (!(value instanceof Map)) {
                wrong << "$path is no object"
            } else {
                value.each { k, v -> schema.properties().containsKey(k) ? walk(operation, schema.properties().get(k), v, "$path.$k", wrong) : (wrong << "$path.$k is not in the schema") }
            }
        } else if (schema.isObject()) {
            value instanceof Map || (wrong << "$path is no map")
        } else if (schema.isString() && !(value instanceof String) || schema.isInteger() && !(value instanceof Long) ||
                schema.isBoolean() && !(value instanceof Boolean) || schema.isNumber() && !(value instanceof BigDecimal)) {
            wrong << "$path is a ${value.class.simpleName}, not ${schema.type()}"
        }
    }
}
