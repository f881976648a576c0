package dev.dwx.dsl.pages

import dev.dwx.catalog.ApiOperation
import dev.dwx.catalog.PagingStyle
import dev.dwx.catalog.ResponseShape
import dev.dwx.catalog.Schema
import dev.dwx.client.ApiAnswer
import dev.dwx.client.ApiCaller
import dev.dwx.client.CallTarget
import groovy.transform.CompileStatic
import java.time.Duration

/** Serves any list operation from what its schema says: pages by place, tokens that are places, counts as text where they are text. */
@CompileStatic
class ListServer implements ApiCaller {
    List<Object> items = []
    /** What happens after the page of this number was given. */
    Map<Integer, Runnable> after = [:]
    /** The service cuts pages to this. */
    Integer largest
    Closure<Long> total = { (long) items.size() }
    int calls
    List<Integer> sizes = []
    private int newest = 100_000

    void fill(ApiOperation operation, int count) {
        Schema schema = itemOf(operation)
        items = (1..<(count + 1)).collect { value(operation, schema, (int) it, 0) }
    }

    void addFirst(ApiOperation operation) {
        items.add(0, value(operation, itemOf(operation), newest++, 0))
    }

    /** Read once for all items: finding it takes longer than making one. */
    private static Schema itemOf(ApiOperation operation) {
        operation.resolve(ResponseShape.of(operation).itemSchema())
    }

    /** Plain loops: some millions of these are made. */
    private static Object value(ApiOperation operation, Schema schema, int number, int depth) {
        Schema resolved = operation.resolve(schema)
        if (resolved.isObject()) {
            Map<String, Object> map = new LinkedHashMap<>()
            if (depth < 2) {
                for (Map.Entry<String, Schema> field : resolved.properties().entrySet()) {
                    map.put(field.key, value(operation, field.value, number, depth + 1))
                }
            }
            return map
        }
        if (resolved.isArray()) { return [] }
        String type = resolved.type()
        if ('integer'.equals(type)) { return 9_000_000_000L + number }
        if ('boolean'.equals(type)) { return true }
        if ('number'.equals(type)) { return new BigDecimal(number) }
        'item-'.concat(Integer.toString(number))
    }

    @Override
    ApiAnswer call(ApiOperation operation, Map<String, Object> arguments, CallTarget target) {
        calls++
        ResponseShape shape = ResponseShape.of(operation)
        def paging = shape.paging()
        def askedSize = argument(arguments, paging.sizeParameter())
        int size = askedSize == null ? (paging.style() == PagingStyle.NONE ? Integer.MAX_VALUE : 100) : askedSize.toString().toInteger()
        sizes << size
        size = largest == null ? size : Math.min(size, largest)
        int from = 0
        if (paging.style() == PagingStyle.PAGE_NUMBER) {
            from = (argument(arguments, paging.pageParameter()).toString().toInteger() - 1) * size
        } else if (paging.style() == PagingStyle.NEXT_TOKEN) {
            def token = argument(arguments, paging.tokenParameter())
            from = token == null ? 0 : token.toString().substring(1).toInteger()
        }
        int to = (int) Math.min((long) from + size, (long) items.size())
        List page = from >= items.size() ? [] : new ArrayList(items.subList(from, to))
        Map<String, Object> body = [RequestId: (Object) 'R']
        Object answer = body
        if (shape.listPath().isEmpty()) {
            answer = page
        } else {
            put(body, shape.listPath(), page)
            put(body, shape.totalPath(), shape.totalPath() == null ? null : counted(operation, shape.totalPath(), total.call()))
            put(body, paging.tokenPath(), to < items.size() ? 't' + to : '')
            put(body, paging.morePath(), to < items.size())
            put(body, paging.sizePath(), size)
        }
        after.remove(calls)?.run()
        new ApiAnswer(operation, answer, '', 200, [:], 'R', Duration.ZERO)
    }

    private static Object counted(ApiOperation operation, List<String> path, long count) {
        Schema schema = operation.resolve(operation.response())
        path.each { schema = operation.resolve(schema.properties()[it]) }
        schema.type() == 'string' ? Long.toString(count) : (Object) count
    }

    private static Object argument(Map<String, Object> arguments, List<String> path) {
        Object value = arguments
        path?.each { name -> value = value instanceof Map ? ((Map) value)[name] : null }
        path == null ? null : value
    }

    private static void put(Map<String, Object> body, List<String> path, Object value) {
        if (path == null || value == null) { return }
        Map<String, Object> at = body
        path.init().each { name -> at = (Map<String, Object>) at.computeIfAbsent(name, { new LinkedHashMap<String, Object>() }) }
        at[path.last()] = value
    }
}
