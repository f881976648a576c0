package dev.dwx.sandbox.world

import dev.dwx.catalog.ApiOperation
import dev.dwx.sandbox.ServiceFault
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

class FamilySpec extends Specification {
    @Shared
    Vocabulary vocabulary = new Vocabulary()
    @Shared
    Families families = new Families(Caller.CATALOG, vocabulary)
    @Shared
    @AutoCleanup
    Caller caller = new Caller()

    /** Every create operation of a derived family that has a get operation for the same kind in its version. */
    static List<List> made() {
        def vocabulary = new Vocabulary()
        def families = new Families(Caller.CATALOG, vocabulary)
        def coverage = Coverage.of(Caller.CATALOG)
        Caller.CATALOG.versions().collectMany { version ->
            coverage.names(version, 'stateful').findAll { it.startsWith('Create') || it.startsWith('Import') }.collect { name ->
                [version, name, families.kind(version, name)]
            }
        }
    }

    def "what #name (#version) makes is got, listed once, changed and deleted"() {
        given:
        prepare(kind)
        def create = operation(version, name)
        def args = Arguments.of(create, 1, false, references())

        when: 'it is made'
        def answer = caller.call(version, name, args)

        then:
        answer.RequestId
        answer.Success in [null, true, 'true']

        when: 'it is got'
        def keys = keys(kind, version, args, answer)
        def get = reader('Get', kind, version)
        def list = reader('List', kind, version)

        then:
        get == null || shows(caller.call(version, get.name(), naming(get, kind, keys)), create, kind, args)

        and: 'every page of the list together has it once'
        list == null || everyItem(list, kind, keys, args).count { same(it, list, kind, keys) } == 1

        when: 'it is changed'
        def update = other('Update', kind, version)
        def changed = update == null ? null : naming(update, kind, keys) + change(update, kind, args)
        if (update != null) {
            caller.call(version, update.name(), changed)
        }

        then:
        update == null || get == null || shows(caller.call(version, get.name(), naming(get, kind, keys)), update, kind, changed)

        when: 'it is deleted'
        def delete = other('Delete', kind, version)
        if (delete != null) {
            caller.call(version, delete.name(), naming(delete, kind, keys))
        }

        then: 'it is gone'
        delete == null || get == null || kind == 'MetaCategory' || refused { caller.call(version, get.name(), naming(get, kind, keys)) }
        delete == null || list == null || everyItem(list, kind, keys, args).count { same(it, list, kind, keys) } == 0

        where:
        [version, name, kind] << made()
    }

    private ApiOperation operation(String version, String name) { Caller.CATALOG.find(version, name).get() }

    private Map references() { [UserId: '2009', FolderPath: 'flow/made', GroupId: 'group_1', DIJobId: 10501L, BaselineId: 1000L] + referred }

    private Map referred = [:]

    private void prepare(String kind) {
        switch (kind) {
            case 'DatasetVersion':
                referred.DatasetId = caller.call('2024-05-18', 'CreateDataset', Arguments.of(operation('2024-05-18', 'CreateDataset'), 9)).Id
                break
            case 'DataQualityScanRun':
                referred.DataQualityScanId = caller.call('2024-05-18', 'CreateDataQualityScan',
                        Arguments.of(operation('2024-05-18', 'CreateDataQualityScan'), 9)).Id
                break
            case 'DataQualityEvaluationTaskInstance':
                referred.DataQualityEvaluationTaskId = 60001L
                break
        }
    }

    private ApiOperation reader(String verb, String kind, String version) {
        def found = families.operations(kind, verb).find { it.version() == version && shaped(it) != 'shaped' }
        found
    }

    private ApiOperation other(String verb, String kind, String version) {
        families.operations(kind, verb).find { it.version() == version && shaped(it) != 'shaped' && it.name().substring(verb.length()) != 'UdfFile' }
    }

    private String shaped(ApiOperation operation) {
        ['stateful', 'behaved', 'shaped'].find { operation.name() in coverage.names(operation.version(), it) }
    }

    @Shared
    Coverage coverage = Coverage.of(Caller.CATALOG)

    private String field(ApiOperation operation, String kind, String name) {
        vocabulary.field(operation.version(), kind, name).name()
    }

    private Map keys(String kind, String version, Map args, Map answer) {
        def known = [:]
        args.each { k, v -> known[vocabulary.field(version, kind, k).name()] = v }
        def told = [:]
        def collect
        collect = { Map map -> map.each { k, v -> v instanceof Map ? collect(v) : (told[vocabulary.field(version, kind, k).name()] = v) } }
        collect(answer)
        families.of(kind).keys().collectEntries { key ->
            def given = told[key] ?: (told.Data instanceof Boolean ? null : told.Data) ?: known[key]
            [key, told.containsKey(key) || !known.containsKey(key) ? given : known[key]]
        } + [ProjectId: 10001L, all: known]
    }

    private Map naming(ApiOperation operation, String kind, Map keys) {
        def args = [:]
        operation.parameters().each { parameter ->
            def name = field(operation, kind, parameter.name())
            if (keys.containsKey(name) && name != 'all') {
                def isText = operation.resolve(parameter.schema()).isString()
                args[parameter.name()] = isText ? keys[name].toString() : Values.number(keys[name])
            } else if (parameter.required()) {
                args[parameter.name()] = keys.all[name] ?: Arguments.of(operation, 1, true, references())[parameter.name()]
            }
        }
        args
    }

    private Map change(ApiOperation update, String kind, Map before) {
        def made = Arguments.of(update, 2, false, references())
        made.remove('Spec')
        if (update.parameter('Spec').isPresent()) {
            made.Spec = update.name() == 'UpdateDataQualityScan' || update.name() == 'UpdateDataQualityTemplate' ? 'spec_2' :
                    Arguments.spec(update.name(), 1).replace('CycleWorkflow","spec', (update.name() == 'UpdateNode' ? 'Node' : 'CycleWorkflow') + '","spec')
        }
        made.findAll { k, v ->
            def name = field(update, kind, k)
            !(name in families.of(kind).keys()) && !(k in ['ProjectId', 'ProjectIdentifier', 'Id', 'ClientToken', 'ExpectedVersion', 'DIJobId', 'TenantId'])
        }
    }

    private List everyItem(ApiOperation list, String kind, Map keys, Map createArgs) {
        def base = [:]
        list.parameters().each { parameter ->
            if (parameter.required() && !(parameter.name() in ['PageNumber', 'PageSize'])) {
                base[parameter.name()] = keys.all[field(list, kind, parameter.name())] ?: Arguments.of(list, 1, true, references())[parameter.name()]
            }
        }
        if (kind == 'Folder') { base.ParentFolderPath = 'flow' }
        if (kind == 'LineageRelationship') { base = [SrcEntityId: 'id_1', DstEntityId: 'id_1'] }
        if (kind == 'Migration') { base.MigrationType = keys.all.PackageType ? 'IMPORT' : 'EXPORT' }
        if (list.parameter('ProjectId').isPresent() && kind != 'ResourceGroup') { base.ProjectId = 10001L }
        new Pages(caller, list, base, 100).all()
    }

    private boolean same(Object item, ApiOperation list, String kind, Map keys) {
        if (!(item instanceof Map)) { return Values.same(item, keys.values()[0]) }
        def inner = item.values().find { it instanceof List && it && it[0] instanceof Map && it[0].Id }
        def rows = inner && !item.Id ? inner : [item]
        rows.any { row ->
            (kind == 'DataServiceApiAuthority' ? ['ApiId'] : families.of(kind).keys()).every { key ->
                row.any { k, v -> vocabulary.field(list.version(), kind, k).name() == key && Values.same(v, keys[key]) }
            }
        }
    }

    private boolean shows(Map answer, ApiOperation sender, String kind, Map args) {
        def body = answer.findAll { k, v -> !(k in Projection.ENVELOPE) && v instanceof Map }.values()[0] ?: answer
        body.each { name, value ->
            def sent = args.find { k, v -> field(sender, kind, k) == vocabulary.field(sender.version(), kind, name as String).name() }
            if (sent && (value instanceof String || value instanceof Long) && (sent.value instanceof String || sent.value instanceof Long)
                    && !(name in ['Spec', 'ProjectIdentifier', 'EnvType', 'ProjectEnv', 'Status', 'Type', 'Version'])) {
                assert Values.same(value, sent.value) || value.toString().contains(sent.value.toString()): "$name of $kind"
            }
        }
        true
    }

    private static boolean refused(Closure call) {
        try {
            def answer = call()
            // A get of the previous version can be a search: then nothing is found.
            return answer.Success == false || answer.Success == 'false' || answer.values().any { it == [] } || answer.Data?.values()?.any { it == [] }
        } catch (ServiceFault fault) {
            return fault.status() == 400
        }
    }
}
