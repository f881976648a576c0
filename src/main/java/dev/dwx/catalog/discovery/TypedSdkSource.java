package dev.dwx.catalog.discovery;

import dev.dwx.catalog.ApiCatalog;
import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.ApiParameter;
import dev.dwx.catalog.Placement;
import dev.dwx.catalog.Provenance;
import dev.dwx.catalog.Schema;
import dev.dwx.catalog.Style;
import dev.dwx.texts.Texts;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A typed Java SDK of the service that the user has put on the class path, read by reflection. Two generations are
 * known: the asynchronous one ({@code com.aliyun.sdk.service.dataworks_public20240518}), whose request fields are
 * annotated with place and validation, and the older Tea one ({@code com.aliyun.dataworks_public20240518}), whose
 * classes say only names and types; there the companion classes tell more ({@code …ShrinkRequest}: the parameter
 * travels as text; {@code …AdvanceRequest}: it takes a file). HTTP methods stand in code and not in declarations,
 * so neither says them.
 */
final class TypedSdkSource implements CatalogSource {
    private static final String ASYNC = "com.aliyun.sdk.service.dataworks_public";
    private static final String TEA = "com.aliyun.dataworks_public";

    private final ClassLoader loader;
    private final String version;
    private final String packageName;
    private final boolean async;

    private TypedSdkSource(ClassLoader loader, String version, String packageName, boolean async) {
        this.loader = loader;
        this.version = version;
        this.packageName = packageName;
        this.async = async;
    }

    /** The SDKs that a class loader sees, the newer generation of a version before the older. */
    static List<TypedSdkSource> onClassPath(ClassLoader loader) {
        List<TypedSdkSource> found = new ArrayList<>();
        for (String version : List.of(ApiCatalog.V2024, ApiCatalog.V2020)) {
            String digits = version.replace("-", "");
            TypedSdkSource async = new TypedSdkSource(loader, version, ASYNC + digits, true);
            TypedSdkSource tea = new TypedSdkSource(loader, version, TEA + digits, false);
            if (async.present()) {
                found.add(async);
            }
            if (tea.present()) {
                found.add(tea);
            }
        }
        return found;
    }

    private String client() {
        return packageName + (async ? ".AsyncClient" : ".Client");
    }

    private boolean present() {
        return loader.getResource(client().replace('.', '/') + ".class") != null;
    }

    @Override
    public String id() {
        return (async ? "sdk-async-" : "sdk-tea-") + version;
    }

    @Override
    public String name() {
        return "sdk";
    }

    @Override
    public String location() {
        return packageName;
    }

    @Override
    public boolean kept() {
        return false;
    }

    @Override
    public Fetched fetch(Fetcher fetcher, Validators known) {
        return Fetched.of(location(), "");
    }

    @Override
    public SourceResult read(byte[] content, Instant fetched) throws SourceFailure {
        Provenance provenance = new Provenance(name(), location(), fetched, true);
        Map<String, FoundOperation> operations = new TreeMap<>();
        try {
            for (Method method : loader.loadClass(client()).getMethods()) {
                String response = responseName(method);
                if (response != null) {
                    String name = response.substring(0, response.length() - "Response".length());
                    if (Names.isOperation(name) && !operations.containsKey(name)) {
                        operations.put(name, operation(name, provenance));
                    }
                }
            }
        } catch (ClassNotFoundException | LinkageError e) {
            throw new SourceFailure(Texts.of("{0}: the SDK's classes cannot be loaded: {1}", packageName, e.getMessage()), e);
        }
        if (operations.isEmpty()) {
            throw new SourceFailure(Texts.of("{0}: the SDK's client has no operations", packageName));
        }
        return new SourceResult(List.copyOf(operations.values()), List.of(), List.of());
    }

    /** Simple name of the response class that a client method gives, or {@code null} for any other method. */
    private String responseName(Method method) {
        String type = async ? method.getGenericReturnType().getTypeName() : method.getReturnType().getName();
        if (!async && !method.getName().endsWith("WithOptions")) {
            return null;
        }
        int close = type.endsWith(">") ? type.length() - 1 : type.length();
        String inner = type.substring(type.indexOf('<') + 1, close);
        String models = packageName + ".models.";
        return inner.startsWith(models) && inner.endsWith("Response") && inner.indexOf('$') < 0
                ? inner.substring(models.length())
                : null;
    }

    private FoundOperation operation(String name, Provenance provenance) {
        Class<?> request = model(name + "Request");
        Set<String> shrunk = shrunk(model(name + "ShrinkRequest"));
        Set<String> files = files(model(name + "AdvanceRequest"));
        boolean reading = isReading(name);
        Set<Fact> facts = async ? Fact.of(Fact.PLACE, Fact.REQUIRED, Fact.RESPONSE) : Fact.of(Fact.RESPONSE);
        List<ApiParameter> parameters = new ArrayList<>();
        if (request != null) {
            for (SdkModel.Member member : SdkModel.members(request)) {
                Schema schema = files.contains(member.wireName())
                        ? member.schema().toBuilder().fileUrl(true).build()
                        : member.schema();
                Placement guess = reading ? Placement.QUERY : Placement.FORM_DATA;
                Placement place = async ? member.placement() : guess;
                parameters.add(new ApiParameter(member.wireName(), place, style(member, schema, shrunk), schema));
            }
        }
        boolean form = parameters.stream().anyMatch(p -> p.in() == Placement.FORM_DATA);
        if (async && form) {
            // A form travels with POST; without one the declarations leave the method open.
            facts = Fact.of(Fact.PLACE, Fact.REQUIRED, Fact.RESPONSE, Fact.METHOD);
        }
        Class<?> response = model(name + "ResponseBody");
        ApiOperation operation = new ApiOperation(version, name, List.of(form || !reading ? "POST" : "GET"),
                List.of("https"), null, null, null, null, null, request != null && isDeprecated(request), null,
                false, parameters, response == null ? Schema.ANY : SdkModel.object(response), Map.of(), Map.of(),
                provenance);
        return new FoundOperation(operation, facts);
    }

    /** Lists and objects without a shrunk twin are flattened; the asynchronous generation always sends text. */
    private Style style(SdkModel.Member member, Schema schema, Set<String> shrunk) {
        if (shrunk.contains(member.wireName())) {
            return Style.JSON;
        }
        boolean composed = schema.isArray() || schema.isObject();
        return !composed ? Style.NONE : async ? Style.JSON : schema.isArray() ? Style.REPEAT_LIST : Style.NONE;
    }

    private static Set<String> shrunk(Class<?> model) {
        Set<String> names = new HashSet<>();
        if (model != null) {
            for (SdkModel.Member member : SdkModel.members(model)) {
                if (member.fieldName().endsWith("Shrink")) {
                    names.add(member.wireName());
                }
            }
        }
        return names;
    }

    private static Set<String> files(Class<?> model) {
        Set<String> names = new HashSet<>();
        if (model != null) {
            for (SdkModel.Member member : SdkModel.members(model)) {
                if (member.schema().fileUrl()) {
                    String wire = member.wireName();
                    names.add(wire.endsWith("Object") ? wire.substring(0, wire.length() - "Object".length()) : wire);
                }
            }
        }
        return names;
    }

    private Class<?> model(String simpleName) {
        try {
            return Class.forName(packageName + ".models." + simpleName, false, loader);
        } catch (ClassNotFoundException e) {
            return null;
        }
    }

    private static boolean isDeprecated(Class<?> request) {
        return request.isAnnotationPresent(Deprecated.class);
    }

    /** Only a guess at the method, used where no other source knows the operation. */
    private static boolean isReading(String name) {
        for (String verb : List.of("Get", "List", "Query", "Describe", "Search", "Check")) {
            if (name.startsWith(verb)) {
                return true;
            }
        }
        return false;
    }
}
