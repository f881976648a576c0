package dev.dwx.sandbox.world;

import dev.dwx.catalog.Schema;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The old DataStudio, the same in both versions: files, their versions, folders, submitting and deploying. */
final class Files implements Behaviours, Custom, Due.Worker {
    private static final String FILE = "File";
    private static final String PACKAGE = "DeploymentPackage";

    @Override
    public Handler find(boolean legacy, String name) {
        switch (name) {
            case "GetFile":
                return this::get;
            case "DeleteFile":
                return this::delete;
            case "SubmitFile":
                return this::submit;
            case "DeployFile":
                return this::deploy;
            case "GetDeployment":
            case "GetDeploymentPackage":
                return this::deployment;
            case "ListDeploymentPackageFiles":
                return this::packageFiles;
            case "GetFolder":
                return this::folder;
            case "ListFolders":
                return this::folders;
            case "EstablishRelationTableToBusiness":
                return this::relate;
            default:
                return null;
        }
    }

    @Override
    public Set<String> makes() {
        return Set.of("FileVersion", PACKAGE);
    }

    private static Thing file(Scene scene) throws Refusal {
        scene.project();
        if (scene.argument("FileId") != null) {
            return scene.find(FILE);
        }
        if (scene.argument("NodeId") == null) {
            throw Refusal.missing("FileId");
        }
        for (Thing file : scene.store.where(FILE, "NodeId", scene.argument("NodeId"))) {
            if (scene.inProject(file)) {
                return file;
            }
        }
        throw Faults.notFound(FILE, scene.argument("NodeId"));
    }

    private Map<String, Object> get(Scene scene) throws Refusal {
        Thing file = file(scene);
        Schema data = scene.operation.resolve(scene.operation.resolve(scene.operation.response()).properties()
                .get("Data"));
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("File", scene.realm.projection.object(scene.operation, data.properties().get("File"), FILE,
                file.fields()));
        Map<String, Object> settings = new LinkedHashMap<>(file.fields());
        settings.put("InputList", ports(file.text("InputList"), "Input"));
        settings.put("OutputList", ports(file.text("OutputList"), "Output"));
        shown.put("NodeConfiguration", scene.realm.projection.object(scene.operation,
                data.properties().get("NodeConfiguration"), FILE, settings));
        return scene.success("Data", shown);
    }

    private static List<Object> ports(String list, String name) {
        List<Object> ports = new ArrayList<>();
        for (Object port : Values.list(list)) {
            ports.add(Values.of(name, port, "ParseType", "MANUAL"));
        }
        return ports;
    }

    private Map<String, Object> delete(Scene scene) throws Refusal {
        Thing file = file(scene);
        Map<String, Object> body = scene.success();
        Long version = file.number("CurrentVersion");
        if (version != null && version > 0) {
            Thing made = deployment(scene, file, 1, 4, "delete " + file.get("Name"));
            scene.put(body, "DeploymentId", made.get("Id"));
        }
        Thing task = scene.store.find("Task", file.get("NodeId"));
        if (task != null) {
            scene.store.remove(task);
        }
        scene.store.remove(file);
        return body;
    }

    private Map<String, Object> submit(Scene scene) throws Refusal {
        Thing file = file(scene);
        long version = file.number("CurrentVersion") == null ? 1 : file.number("CurrentVersion") + 1;
        Object node = file.get("NodeId") == null ? scene.realm.ids.next("Task", Ids.Form.WHOLE) : file.get("NodeId");
        Thing made = deployment(scene, file.with(Values.of("CurrentVersion", version)), 1, 3, scene.text("Comment"));
        if (blocked(scene)) {
            scene.store.put(made.then(List.of(new Thing.Step(scene.now() + 3_000L, Values.of("CheckingStatus", 7L,
                    "ErrorMessage", "the check of the extension no_select_star has failed", "ModifyTime",
                    scene.now() + 3_000L)))));
        }
        scene.store.put(file.with(Values.of("CurrentVersion", version, "CommitStatus", 1L, "NodeId", node,
                "Package", made.get("Id"))));
        Map<String, Object> fields = Values.of("ProjectId", file.get("ProjectId"), "FileId", file.get("Id"),
                "FileVersion", version, "FileName", file.get("Name"), "FileContent", file.get("Content"),
                "Comment", scene.text("Comment"), "CommitTime", scene.now(), "CommitUser", scene.account(),
                "ChangeType", version == 1 ? "NEW" : "UPDATE", "IsCurrentProd", false, "NodeId", node,
                "Status", "COMMITTED", "UseType", file.get("UseType"), "NodeContent", "{}",
                "FilePropertyContent", "{}");
        Family family = scene.realm.families.of("FileVersion");
        scene.store.add("FileVersion", family.key(fields, file.get("ProjectId")), fields);
        return scene.success("Data", made.get("Id"));
    }

    /** Whether an extension of the project refuses what is submitted; the caller may pass it by, and must say so. */
    private static boolean blocked(Scene scene) throws Refusal {
        Thing project = scene.project() == null ? null : scene.realm.project(scene.project());
        return project != null && Values.truth(project.get("ExtensionBlocks"))
                && !Values.truth(scene.argument("SkipAllDeployFileExtensions"));
    }

    private static Thing deployment(Scene scene, Thing file, int to, int seconds, String comment) {
        Object id = scene.realm.ids.next(PACKAGE, Ids.Form.WHOLE);
        long done = scene.now() + seconds * 1_000L;
        Map<String, Object> ready = new LinkedHashMap<>();
        ready.put("CheckingStatus", null);
        ready.put("Status", 1L);
        ready.put("ExecuteTime", done);
        ready.put("ModifyTime", done);
        Map<String, Object> fields = Values.of("Id", id, "ProjectId", file.get("ProjectId"), "Status", 0L,
                "CheckingStatus", 8L, "FromEnvironment", to - 1L, "ToEnvironment", (long) to,
                "Name", (to == 2 ? "deploy_" : "submit_") + file.get("Name") + "_" + id, "Comment", comment,
                "CreateUser", scene.account(), "Executor", scene.account(), "CreateTime", scene.now(),
                "ModifyTime", scene.now(), "FileId", file.get("Id"), "FileVersion", file.get("CurrentVersion"));
        Thing made = scene.store.add(PACKAGE, id, fields);
        return scene.store.put(made.then(List.of(new Thing.Step(done, ready))));
    }

    private Map<String, Object> deploy(Scene scene) throws Refusal {
        Thing file = file(scene);
        Thing submitted = scene.store.find(PACKAGE, file.get("Package"));
        boolean ready = submitted != null && Values.same(submitted.get("Status"), 1L)
                && submitted.get("CheckingStatus") == null;
        if (!ready) {
            throw Refusal.of(400, "Invalid.Wkbench.Parameter", "流水线未准备好 (pipeline not ready): file "
                    + file.get("Name") + (submitted == null ? " has not been submitted" : " is being checked"));
        }
        Thing made = deployment(scene, file, 2, 5, scene.text("Comment"));
        Due.at(scene, scene.now() + 5_000, "deployFile", Values.of("FileId", file.key()));
        return scene.success("Data", made.get("Id"));
    }

    @Override
    public boolean work(Scene scene, String what, Map<String, Object> details, long at) {
        if (!what.equals("deployFile")) {
            return false;
        }
        Thing file = scene.store.find(FILE, details.get("FileId"));
        if (file == null) {
            return true;
        }
        Object id = file.get("NodeId");
        List<Object> outputs = new ArrayList<>();
        for (Object output : Values.list(file.get("OutputList"))) {
            outputs.add(Values.of("Output", output));
        }
        List<Object> dependencies = new ArrayList<>();
        for (Object input : Values.list(file.get("InputList"))) {
            for (Thing task : scene.store.all("Task")) {
                for (Object port : Values.list(Values.at(task.get("Outputs"), "TaskOutputs"))) {
                    if (Values.same(Values.at(port, "Output"), input)) {
                        dependencies.add(Values.of("Type", "Normal", "UpstreamTaskId", task.get("Id"),
                                "UpstreamOutput", input));
                    }
                }
            }
        }
        Map<String, Object> fields = Values.of("Id", id, "Name", file.get("Name"), "ProjectId", file.get("ProjectId"),
                "ProjectEnv", "Prod", "Type", command(file.number("Type")), "Owner", file.get("Owner"),
                "Description", file.get("Description"), "Priority", 1L, "BaselineId", 0L, "FileId", file.get("Id"),
                "FileVersion", file.get("CurrentVersion"), "RerunMode", "AllAllowed", "WorkflowId", 1L,
                "Trigger", Values.of("Type", "Scheduler", "Cron", file.get("CronExpress"), "Recurrence", "Normal"),
                "Script", Values.of("Content", file.get("Content"), "Parameters", file.get("ParaValue")),
                "Outputs", Values.of("TaskOutputs", outputs), "Dependencies", dependencies,
                "CreateUser", file.get("CreateUser"), "ModifyUser", file.get("ModifyUser"),
                "CreateTime", scene.now(), "ModifyTime", scene.now());
        Thing old = scene.store.find("Task", id);
        if (old == null) {
            scene.store.add("Task", id, fields);
        } else {
            fields.remove("CreateTime");
            scene.store.put(old.with(fields));
        }
        for (Thing version : scene.store.where("FileVersion", "FileId", file.get("Id"))) {
            scene.store.put(version.with(Values.of("IsCurrentProd",
                    Values.same(version.get("FileVersion"), file.get("CurrentVersion")))));
        }
        return true;
    }

    private static String command(Long type) {
        for (String command : List.of("ODPS_SQL", "DI", "PYODPS3", "DIDE_SHELL", "VIRTUAL")) {
            if (type != null && StudioSeed.type(command) == type) {
                return command;
            }
        }
        return "ODPS_SQL";
    }

    private Map<String, Object> deployment(Scene scene) throws Refusal {
        Thing made = scene.find(PACKAGE);
        Schema data = scene.operation.resolve(scene.operation.resolve(scene.operation.response()).properties()
                .get("Data"));
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("Deployment", scene.realm.projection.object(scene.operation, data.properties().get("Deployment"),
                PACKAGE, made.fields()));
        shown.put("DeployedItems", List.of(Values.of("FileId", made.get("FileId"),
                "FileVersion", made.get("FileVersion"), "Status", made.get("Status"))));
        return scene.success("Data", shown);
    }

    private Map<String, Object> packageFiles(Scene scene) throws Refusal {
        List<Object> items = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        for (Thing file : scene.store.all(FILE)) {
            boolean named = scene.text("FileName") == null || Values.contains(file.get("Name"), scene.text("FileName"));
            boolean typed = scene.number("FileType") == null
                    || Values.same(file.get("Type"), scene.number("FileType"));
            List<Object> ids = scene.list("FileIds");
            boolean wanted = ids.isEmpty() || ids.stream().anyMatch(id -> Values.same(id, file.get("Id")));
            if (scene.inProject(file) && Values.same(file.get("CommitStatus"), 1L) && committed(scene, file) && named && typed && wanted) {
                items.add(Values.of("Id", file.get("Id"), "FileId", file.get("Id"), "FileName", file.get("Name"),
                        "FileType", file.get("Type"), "FileVersion", file.get("CurrentVersion"),
                        "NodeId", file.get("NodeId"), "ProjectId", file.get("ProjectId"), "Status", 1L,
                        "CommitUser", file.get("ModifyUser"), "CommitTime", Values.text(file.get("ModifyTime")),
                        "ChangeType", 1L, "UseType", file.get("UseType"), "TenantId", 300_000_123L,
                        "IsSameAsProductionVersion", true));
                keys.add(file.key());
            }
        }
        return Listing.page(scene, ListPlace.of(scene.operation), items, keys);
    }

    private static boolean committed(Scene scene, Thing file) throws Refusal {
        LocalDate from = Forms.date(scene, "CommitFrom");
        LocalDate to = Forms.date(scene, "CommitTo");
        LocalDate day = scene.realm.date(file.number("ModifyTime"));
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    private Map<String, Object> folder(Scene scene) throws Refusal {
        if (scene.text("FolderId") != null) {
            return Crud.get(scene, "Folder");
        }
        scene.project();
        for (Thing folder : scene.store.where("Folder", "Path", scene.text("FolderPath"))) {
            if (scene.inProject(folder)) {
                return Crud.shown(scene, folder);
            }
        }
        throw Faults.notFound("Folder", scene.text("FolderPath"));
    }

    private Map<String, Object> folders(Scene scene) throws Refusal {
        String parent = scene.text("ParentFolderPath");
        List<Thing> found = new ArrayList<>();
        for (Thing folder : scene.store.all("Folder")) {
            String path = folder.text("Path");
            int slash = path.lastIndexOf('/');
            if (scene.inProject(folder) && (slash < 0 ? "" : path.substring(0, slash)).equals(parent)) {
                found.add(folder);
            }
        }
        return Listing.page(scene, ListPlace.of(scene.operation), found);
    }

    private Map<String, Object> relate(Scene scene) throws Refusal {
        scene.project();
        scene.need("Business", scene.text("BusinessId"));
        String key = scene.text("BusinessId") + "/" + scene.text("TableGuid");
        scene.store.put(new Thing("BusinessTable", key, scene.now(), scene.arguments()));
        return scene.success();
    }

    @Override
    public void creating(Scene scene, Map<String, Object> fields) throws Refusal {
        for (Thing other : scene.store.where(FILE, "Name", fields.get("Name"))) {
            if (Values.same(other.get("ProjectId"), fields.get("ProjectId"))
                    && Values.same(other.get("FolderPath"), fields.get("FolderPath"))) {
                throw Faults.taken(FILE, fields.get("Name"));
            }
        }
        Map<String, Object> standard = Values.of("CommitStatus", 0L, "CurrentVersion", 0L, "UseType", "NORMAL",
                "DeletedStatus", "NORMAL", "AutoParsing", true, "IsMaxCompute", true, "BusinessId", 0L, "BizId", 0L,
                "ParentId", -1L, "AbsoluteFolderPath", fields.get("FolderPath"));
        standard.forEach(fields::putIfAbsent);
    }

    @Override
    public void updating(Scene scene, Thing file, Map<String, Object> changes) {
        changes.put("CommitStatus", 0L);
        Object parsing = changes.getOrDefault("AutoParsing", file.get("AutoParsing"));
        List<String> read = Boolean.FALSE.equals(parsing) || changes.get("Content") == null ? List.of()
                : tables(changes.get("Content").toString());
        if (!read.isEmpty() && !changes.containsKey("InputList")) {
            // Unless it is turned off, the parser takes what the script reads for what the file waits for.
            changes.put("InputList", String.join(",", read));
        }
    }

    /** The tables that a script reads, with their projects. */
    private static List<String> tables(String sql) {
        List<String> found = new ArrayList<>();
        String[] words = sql.split("[\\s(),;]+");
        for (int i = 1; i < words.length; i++) {
            boolean read = words[i - 1].equalsIgnoreCase("from") || words[i - 1].equalsIgnoreCase("join");
            if (read && words[i].indexOf('.') > 0 && !found.contains(words[i])) {
                found.add(words[i]);
            }
        }
        return found;
    }

    @Override
    public Map<String, Object> showing(Scene scene, Thing file) {
        if (!scene.operation.name().equals("ListFiles")) {
            return file.fields();
        }
        Map<String, Object> shown = new LinkedHashMap<>(file.fields());
        if (!Values.truth(scene.argument("NeedContent"))) {
            shown.remove("Content");
        }
        if (!Values.truth(scene.argument("NeedAbsoluteFolderPath"))) {
            shown.remove("AbsoluteFolderPath");
        }
        return shown;
    }
}
