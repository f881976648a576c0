package dev.dwx.sandbox.world

import dev.dwx.sandbox.ServiceFault
import spock.lang.AutoCleanup
import spock.lang.Specification

class WorldSpec extends Specification {
    @AutoCleanup
    Caller caller = new Caller()

    def "two workspaces are there from the start"() {
        expect:
        caller.v2024('ListProjects').PagingInfo.Projects*.Name == ['orders_dw', 'risk_dw']
        caller.v2020('ListProjects').PageResult.ProjectList*.ProjectIdentifier == ['orders_dw', 'risk_dw']
    }

    def "a call for a project that does not exist is refused with the service's code"() {
        when:
        caller.v2024('ListDataSources', ProjectId: 99999)

        then:
        def fault = thrown(ServiceFault)
        fault.code() == 'Invalid.Tenant.ProjectNotExists'
        fault.status() == 400
    }
}
