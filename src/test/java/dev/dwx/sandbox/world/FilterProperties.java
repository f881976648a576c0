package dev.dwx.sandbox.world;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.dwx.catalog.ApiCatalog;
import dev.dwx.catalog.SnapshotCatalog;
import dev.dwx.sandbox.SandboxCall;
import dev.dwx.sandbox.ServiceFault;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FilterProperties {
    private static final Instant NOW = Instant.parse("2026-03-15T02:30:00Z");
    private static final ApiCatalog CATALOG = SnapshotCatalog.bundled();
    private final World world = open();

    private static World open() {
        try {
            return World.open(WorldOptions.of(CATALOG).withClock(Clock.fixed(NOW, ZoneOffset.UTC)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Object> call(String name, Map<String, Object> arguments) throws ServiceFault {
        return world.answer(new SandboxCall(CATALOG.find(ApiCatalog.V2024, name).orElseThrow(), arguments,
                "1001234567890123", "R", NOW));
    }

    private List<Map<String, Object>> tasks(Map<String, Object> filter) throws ServiceFault {
        Map<String, Object> arguments = new LinkedHashMap<>(filter);
        arguments.put("ProjectId", 10_001L);
        arguments.put("PageSize", 100L);
        List<Map<String, Object>> tasks = new ArrayList<>();
        for (Object task : Values.list(Values.at(call("ListTasks", arguments), "PagingInfo", "Tasks"))) {
            tasks.add(Values.map(task));
        }
        return tasks;
    }

    @Property(tries = 60)
    void aFilteredListIsTheWholeListWithoutWhatDoesNotFit(@ForAll("filters") Map<String, Object> filter)
            throws ServiceFault {
        List<Map<String, Object>> expected = new ArrayList<>();
        for (Map<String, Object> task : tasks(Map.of())) {
            boolean fits = true;
            for (Map.Entry<String, Object> one : filter.entrySet()) {
                Object value = one.getValue();
                fits &= switch (one.getKey()) {
                    case "Name" -> Values.contains(task.get("Name"), value);
                    case "TaskType" -> value.equals(task.get("Type"));
                    case "Ids" -> ((List<?>) value).contains(task.get("Id"));
                    default -> value.equals(task.get(one.getKey()));
                };
            }
            if (fits) {
                expected.add(task);
            }
        }
        assertEquals(expected, tasks(filter));
    }

    @Provide
    Arbitrary<Map<String, Object>> filters() {
        Arbitrary<Object> names = Arbitraries.of("orders", "ads", "_1d", "ORDERS", "nothing", "gmv").map(each -> each);
        Arbitrary<Object> types = Arbitraries.of("ODPS_SQL", "DI", "VIRTUAL", "NONE").map(each -> each);
        Arbitrary<Object> ids = Arbitraries.longs().between(700_000_000_001L, 700_000_000_040L).list()
                .ofMinSize(1).ofMaxSize(5).map(each -> each);
        return Arbitraries.maps(Arbitraries.of("Name", "TaskType", "Ids"), Arbitraries.just(0)).ofMaxSize(3)
                .flatMap(chosen -> names.flatMap(name -> types.flatMap(type -> ids.map(list -> {
                    Map<String, Object> filter = new LinkedHashMap<>();
                    for (String key : chosen.keySet()) {
                        filter.put(key, key.equals("Name") ? name : key.equals("Ids") ? list : type);
                    }
                    return filter;
                }))));
    }

    @Property
    void anEnumerationSurvivesTheOtherVersionsSpelling(@ForAll("statuses") String status) {
        assertEquals(status, Codec.SNAKE.in(Codec.SNAKE.out(status)));
    }

    @Provide
    Arbitrary<String> statuses() {
        return Arbitraries.of("NotRun", "WaitTime", "WaitResource", "CheckingCondition", "Running", "Checking",
                "Success", "Failure", "SmokeTest", "SupplementData", "Album", "AlbumCategory");
    }
}
