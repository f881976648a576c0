package dev.dwx.dsl.lifecycle;

import dev.dwx.dsl.waiting.Lapse;
import dev.dwx.dsl.waiting.WaitFailed;
import dev.dwx.texts.Texts;
import dev.dwx.time.BizDate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs tasks of production once for a business date, and looks whether they succeed. */
final class SmokeTest {
    private static final Duration TIMEOUT = Duration.ofMinutes(10);

    private final Service service;
    private final Given given;

    SmokeTest(Service service, Given given) {
        this.service = service;
        this.given = given;
    }

    Outcome run(Object thing, BizDate bizdate) {
        TaskNames names = new TaskNames(service);
        List<TaskNames.Task> tasks = names.tasks(thing);
        List<Object> ids = new ArrayList<>();
        tasks.forEach(task -> ids.add(task.id()));
        String what = Texts.of("smoke test of {0} for {1}",
                tasks.size() == 1 ? tasks.get(0).label() : Texts.of("{0} tasks", tasks.size()), bizdate);
        String name = given.has("name") ? given.text("name") : "dwx_smoke_" + bizdate.format("yyyyMMdd") + "_" + ids.get(0);
        long began = service.session().timer().nanos();
        Launch launch = new Launch(service);
        String day = bizdate.format("yyyy-MM-dd");
        String operation = launch.begin("SmokeTest", name, Service.named("RootTaskIds", ids),
                List.of(Service.named("StartBizDate", day, "EndBizDate", day)), names.environment());
        List<Map<String, Object>> instances = service.rehearsed() ? List.of()
                : launch.ended(launch.made(operation, Texts.of("the {0}", what)), Texts.of("the {0}", what), given.lapse("timeout", TIMEOUT));
        WaitFailed failure = launch.failure(instances, Texts.of("The {0}", what));
        if (failure != null) {
            throw failure;
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        instances.forEach(instance -> rows.add(Launch.row(instance)));
        Duration elapsed = Duration.ofNanos(service.session().timer().nanos() - began);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("OperationId", operation);
        fields.put("Status", service.rehearsed() ? "Simulated" : "Success");
        fields.put("Bizdate", day);
        fields.put("InstanceId", instances.isEmpty() ? null : instances.get(0).get("Id"));
        fields.put("Instances", rows);
        fields.put("Elapsed", elapsed);
        return new Outcome(fields, rows, fields.get("Status") + " · " + Lapse.text(elapsed));
    }
}
