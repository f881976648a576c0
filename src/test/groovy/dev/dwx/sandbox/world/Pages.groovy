package dev.dwx.sandbox.world

import dev.dwx.catalog.ApiOperation

/** Every page of a list, in the operation's own paging style. */
class Pages {
    final Caller caller
    final ApiOperation list
    final Map base
    final int size
    int calls

    Pages(Caller caller, ApiOperation list, Map base, int size) {
        this.caller = caller
        this.list = list
        this.base = base
        this.size = size
    }

    private String named(String... names) { names.find { list.parameter(it).isPresent() } }

    List all() {
        def place = ListPlace.of(list)
        def sizeName = named('PageSize', 'MaxResults')
        def page = named('PageNumber', 'PageNum', 'PageNo')
        def token = named('NextToken', 'NextPrimaryKey')
        def args = new LinkedHashMap(base)
        if (sizeName) { args[sizeName] = Math.min(size, list.parameter(sizeName).get().schema().maximum()?.intValue() ?: 100) as long }
        def items = []
        for (long number = 1; number < 200; number++) {
            if (page && !token) { args[page] = number }
            def body = caller.call(list.version(), list.name(), args)
            calls++
            def container = place.path().inject(body) { at, name -> at?.get(name) }
            def part = container?.get(place.name()) ?: []
            items.addAll(part)
            if (token) {
                if (!container?.get(token)) { return items }
                args[token] = container[token]
            } else if (!page || part.size() < (args[sizeName] ?: 10)) {
                if (container?.TotalCount != null) { assert Values.number(container.TotalCount) == items.size() }
                return items
            }
        }
        assert false, "$list.name has no end"
    }
}
