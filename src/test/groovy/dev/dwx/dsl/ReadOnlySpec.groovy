package dev.dwx.dsl

import dev.dwx.catalog.ApiOperation
import dev.dwx.client.ApiException
import dev.dwx.safety.ConfirmationPolicy
import dev.dwx.safety.Risk
import dev.dwx.safety.RiskRules
import dev.dwx.sandbox.ArgumentGenerator

class ReadOnlySpec extends LanguageSpec {
    SessionParts parts() {
        // Even the run that allows everything else does not allow this.
        super.parts().policy(ConfirmationPolicy.YES).context(Context.of('cn-shanghai').withProject(10001L, null).withReadOnly(true))
    }

    private List<ApiOperation> operations(Closure<Boolean> wanted) {
        catalog.list().collect { catalog.find(it.version(), it.name()).get() }.findAll(wanted)
    }

    private List<String> codes(List<ApiOperation> operations) {
        def generator = new ArgumentGenerator(7)
        evaluator.variables().calls = operations.collect { [it.version(), it.name(), generator.required(it)] }
        run('''calls.collect { version, name, arguments ->
            try {
                (version == '2024-05-18' ? v2024 : v2020)."$name"(arguments)
                'sent'
            } catch (Exception e) {
                e instanceof ApiException ? e.code() : e.toString()
            }
        }''') as List
    }

    def "every operation of both versions that changes something is refused, whatever its method"() {
        given:
        def writes = operations { RiskRules.of(it, [:]) != Risk.READ }

        expect:
        [writes, codes(writes)].transpose().findAll { it[1] != 'dwx.ReadOnly' } == []
        caller.calls.empty
        writes.size() > 300
        writes.findAll { it.method() == 'GET' }*.name().containsAll(['DeleteDataSource', 'DeleteDIJob', 'StartDIJob', 'StopDIJob'])
        writes*.version().toSet().size() == 2
    }

    def "every operation that only reads is sent, whatever its method"() {
        given:
        def reads = operations { RiskRules.of(it, [:]) == Risk.READ && !it.streaming() }

        expect:
        // A few are refused for other reasons, such as a business date that is none.
        def codes = codes(reads)
        !codes.contains('dwx.ReadOnly')
        codes.count('sent') > 300
        caller.calls.every { RiskRules.of(it.operation, [:]) == Risk.READ }
        reads.any { it.method() == 'POST' }
    }

    def "what no catalog knows, and a read with the arguments of a write, are judged as well"() {
        expect:
        refusal("call('BrandNewThing', Id: 1)").code() == 'dwx.ReadOnly'
        refusal("call('GetAndDeleteThing', Id: 1)").code() == 'dwx.ReadOnly'
        run("call('GetBrandNewThing', Id: 1)").requestId == 'R-1'
    }

    def "no block makes it writable: #block"() {
        when:
        def e = refusal(block)

        then:
        e.code() == 'dwx.ReadOnly'
        caller.calls.every { RiskRules.of(it.operation, [:]) == Risk.READ }

        where:
        block << ["inProject(5) { UpdateNode(Id: '1', Spec: '{}') }",
                  "inRegion('cn-beijing') { UpdateNode(Id: '1', Spec: '{}', ProjectId: 1) }",
                  "confirm('because') { DeleteNode(Id: '1') }",
                  "explain { UpdateNode(Id: '1', Spec: '{}') }",
                  "dryRun { UpdateNode(Id: '1', Spec: '{}') }",
                  "UpdateNode.dryRun(Id: '1', Spec: '{}')",
                  "use environment: 'Dev'; UpdateNode(Id: '1', Spec: '{}')",
                  "inProject(5) { use version: '2020'; v2024.UpdateNode(Id: '1', Spec: '{}') }",
                  "e = null; t = Thread.start { try { UpdateNode(Id: '1', Spec: '{}') } catch (x) { e = x } }; t.join(); throw e"]
    }

    def "use cannot take it back, in any block"() {
        expect:
        failure(source).message.contains('stays read-only')

        where:
        source << ['use readOnly: false', 'use readOnly: null', 'inProject(5) { use readOnly: false }', 'dryRun { use readOnly: false }',
                   "confirm('x') { use readOnly: false, project: 5 }"]
    }

    def "a session that is made read-only on the way stays so in all that follows"() {
        given:
        begin(parts().context(Context.of('cn-shanghai').withProject(10001L, null)))

        when:
        run("RenameNode(Id: '1', Name: 'n'); use readOnly: true")

        then:
        refusal("inProject(5) { UpdateNode(Id: '1', Spec: '{}') }").code() == 'dwx.ReadOnly'
        failure('use readOnly: false').message.contains('stays read-only')
        caller.calls*.name == ['RenameNode']
    }
}
