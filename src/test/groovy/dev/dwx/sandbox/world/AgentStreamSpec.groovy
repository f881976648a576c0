package dev.dwx.sandbox.world

import dev.dwx.catalog.SnapshotCatalog
import dev.dwx.sandbox.Sandbox
import dev.dwx.sandbox.SandboxKeys
import dev.dwx.sandbox.SandboxOptions
import dev.dwx.sandbox.SigningClient
import groovy.json.JsonSlurper
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

class AgentStreamSpec extends Specification {
    @Shared catalog = SnapshotCatalog.bundled()
    @Shared @AutoCleanup World world = World.open(WorldOptions.of(catalog).withAccountId(SandboxKeys.ACCOUNT_ID))
    @Shared @AutoCleanup Sandbox sandbox = Sandbox.start(SandboxOptions.of(catalog).withBehaviour(world))

    private SigningClient.Answer send(String name, Map arguments) {
        new SigningClient(sandbox.endpoint()).call(catalog.find('2024-05-18', name).get(), arguments).signV3().send()
    }

    private static List<Map> events(SigningClient.Answer answer) {
        answer.body().readLines().findAll { it.startsWith('data:') }.collect { new JsonSlurper().parseText(it.substring(5)) as Map }
    }

    def "a prompt is answered event by event, and loading the session streams what was said"() {
        given:
        def session = send('CreateAgentSession', [Id: '1', Jsonrpc: '2.0', Params: [Meta: [Agent: [AgentName: 'DataAgent']]]]).json().JsonRpcResponse.Result.SessionId

        when:
        def answer = send('PromptAgentSession', [Id: '7', Jsonrpc: '2.0', Params: [SessionId: session, Prompt: [[Type: 'text', Text: 'which nodes failed yesterday']]]])

        then:
        answer.headers()['content-type'].startsWith('text/event-stream')
        def told = events(answer)
        told.size() > 2
        told*.Id.unique() == ['7']
        told.findAll { it.Params }*.Params*.Update*.Text.join('') == 'You said: which nodes failed yesterday'
        told.last().Result == [StopReason: 'EndTurn']

        when:
        def history = events(send('LoadAgentSession', [Id: '8', Params: [SessionId: session]]))

        then:
        history.findAll { it.Params }*.Params*.Update*.Type.unique() == ['UserMessage', 'AgentMessage']
        history.findAll { it.Params }[0].Params.Update.Text == 'which nodes failed yesterday'
    }

    def "a session that is not there is refused before anything is streamed"() {
        expect:
        send('PromptAgentSession', [Id: '7', Params: [SessionId: 'none', Prompt: []]]).json().Code == "InvalidParameter.AgentSessionNotExists"
    }
}
