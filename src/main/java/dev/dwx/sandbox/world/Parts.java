package dev.dwx.sandbox.world;

import java.util.ArrayList;
import java.util.List;

/** Every part of the service that has behaviours of its own. */
final class Parts {
    private Parts() {
    }

    static List<Behaviours> all(Realm realm) {
        List<Behaviours> parts = new ArrayList<>();
        Tasks tasks = new Tasks();
        realm.customs.put("Task", tasks);
        parts.add(tasks);
        parts.add(new Instances());
        parts.add(new Launches());
        parts.add(new Dispatching());
        StudioObjects objects = new StudioObjects();
        for (String kind : StudioObjects.KINDS) {
            realm.customs.put(kind, objects);
        }
        parts.add(objects);
        parts.add(new Pipelines());
        Files files = new Files();
        realm.customs.put("File", files);
        realm.customs.put("Folder", new Folders());
        parts.add(files);
        People people = new People();
        realm.customs.put("ProjectMember", people);
        realm.customs.put("Project", new People.Projects());
        parts.add(people);
        realm.customs.put("DataSource", new Resources.Sources());
        realm.customs.put("ComputeResource", new Resources.Sources());
        realm.customs.put("ResourceGroup", new Resources.Groups());
        parts.add(new Resources());
        realm.customs.put("Dataset", new DataMap.Datasets());
        realm.customs.put("DatasetVersion", new DataMap.Versions());
        parts.add(new DataMap());
        parts.add(new LegacyMetadata());
        realm.customs.put("DataQualityEvaluationTask", new Quality.Tasks());
        realm.customs.put("DataQualityRule", new Quality.Rules());
        realm.customs.put("DataQualityEvaluationTaskInstance", new Quality.Runs());
        realm.customs.put("DataQualityScanRun", new Quality.ScanRuns());
        parts.add(new Quality());
        realm.customs.put("Parameter", new Actions.Parameters());
        realm.customs.put("DIJob", new Transfers.Jobs());
        realm.customs.put("Network", Actions.starting("Status", "Running", "SecurityGroupId", "sg-uf6o8d1n2abcd"));
        realm.customs.put("Crawler", Actions.starting("Status", "Enabled"));
        realm.customs.put("Migration", new Actions.Migrations());
        realm.customs.put("DataServiceApi", Actions.starting("Status", 0L));
        parts.add(new Actions());
        parts.add(new Statistics());
        parts.add(new Approvals());
        parts.add(new DataGuard());
        parts.add(new AgentSessions());
        parts.add(new LegacyExtras());
        return parts;
    }
}
