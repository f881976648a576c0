package dev.dwx.sandbox.world

import dev.dwx.catalog.ApiOperation
import dev.dwx.catalog.Schema

/** Arguments made from an operation's own schemas, with the few values that the world checks beyond their form. */
class Arguments {
    static final String NODE_SPEC = '{"version":"1.1.0","kind":"Node","spec":{"nodes":[{"name":"@","script":' +
            '{"path":"a/@","content":"select 1","runtime":{"command":"ODPS_SQL"}},"outputs":{"nodeOutputs":' +
            '[{"data":"orders_dw.@"}]}}]}}'
    private static final Map SECTIONS = [Resource: 'fileResources', Function: 'functions', Component: 'components',
                                         WorkflowDefinition: 'workflows']
    private static final Map KINDS = [WorkflowDefinition: 'CycleWorkflow']

    /** References to things that are there from the start. */
    private static final Map KNOWN = [ProjectId: 10001L, ProjectIdentifier: 'orders_dw', ProjectName: 'orders_dw',
                                      RoleCodes: ['role_project_dev'], RoleCode: 'role_project_dev',
                                      DataSourceId: 20002L, TargetProjectId: 10002L, PageNumber: 1L, PageSize: 10L,
                                      NodeId: 700000000010L]

    static Map of(ApiOperation operation, int number, boolean onlyRequired = false, Map more = [:]) {
        def args = [:]
        operation.parameters().each { parameter ->
            def name = parameter.name()
            if (onlyRequired && !parameter.required() && !(name in ['ProjectId'])) {
                return
            }
            if (name == 'Spec' && operation.resolve(parameter.schema()).isString()) {
                args[name] = spec(operation.name(), number)
            } else if (name in KNOWN && !(name in ['ProjectIdentifier', 'ProjectName'] && operation.name() == 'CreateProject')) {
                args[name] = KNOWN[name]
            } else if (!(name in ['ContainerId', 'ClientToken', 'ResourceGroupIdentifier'])) {
                args[name] = value(operation, parameter.schema(), name, number, 0)
            }
        }
        args + more.findAll { k, v -> operation.parameter(k).isPresent() }
    }

    static String spec(String operation, int number) {
        def kind = operation.replaceFirst('^[A-Z][a-z]+', '')
        if (kind in SECTIONS.keySet()) {
            return """{"version":"1.1.0","kind":"${KINDS[kind] ?: kind}","spec":{"${SECTIONS[kind]}":[{"name":"made_$number",
                "type":"CycleWorkflow","script":{"path":"a/made_$number","runtime":{"command":"WORKFLOW"}}}]}}"""
        }
        NODE_SPEC.replace('@', "made_$number")
    }

    static Object value(ApiOperation operation, Schema given, String name, int number, int depth) {
        def schema = operation.resolve(given)
        if (schema.enumeration() && !schema.isArray()) {
            def text = schema.enumeration()[0]
            return schema.isInteger() ? text as long : schema.isBoolean() ? text.toBoolean() : text
        }
        if (schema.isArray()) {
            return depth > 4 ? [] : [value(operation, schema.items() ?: Schema.of('string'), name, number, depth + 1)]
        }
        if (schema.isObject()) {
            return schema.properties().isEmpty() ? [key: 'value'] : schema.properties().collectEntries { k, v ->
                [k, value(operation, v, k, number, depth + 1)]
            }
        }
        if (schema.isInteger()) {
            def least = schema.minimum() == null ? 1L : schema.minimum().longValue()
            return Math.max(least, name.contains('Time') ? 1773450000000L % (schema.isInt64() ? Long.MAX_VALUE : 100000) : 3L)
        }
        if (schema.isBoolean()) {
            return true
        }
        if (schema.isNumber()) {
            return 0.5
        }
        name == 'Parameters' || name == 'Content' ? '{"triggerTime":1773450000000}' : "${Values.lowerFirst(name)}_$number"
    }
}
