package dev.dwx.catalog

import spock.lang.Shared
import spock.lang.Specification

class ApiDocsReaderSpec extends Specification {
    static final Provenance HERE = new Provenance('api-docs', 'forms.api-docs.json', null, true)

    @Shared ApiDocument document = new ApiDocsReader(HERE).read(bytes())

    static byte[] bytes() {
        ApiDocsReaderSpec.getResourceAsStream('forms.api-docs.json').withCloseable { it.readAllBytes() }
    }

    static ApiDocument read(String json) {
        new ApiDocsReader(HERE).read(json.getBytes('UTF-8'))
    }

    ApiOperation operation(String name) {
        document.operations().find { it.name() == name }
    }

    Schema parameter(String operation, String name) {
        this.operation(operation).parameter(name).orElseThrow().schema()
    }

    def 'product, version and the order of operations are the document\'s'() {
        expect:
        document.product() == 'dataworks-public'
        document.version() == '2024-05-18'
        document.operations()*.name() == ['ListBeds', 'WaterBed', 'DrainBed', 'GetTool', 'LooseCall']
        document.operations()*.provenance().unique() == [HERE]
    }

    def 'a stream reads as its bytes do'() {
        expect:
        new ApiDocsReader(HERE).read(new ByteArrayInputStream(bytes())) == document
    }

    def 'an operation takes its category from the innermost group with a title, in the language it is in'() {
        expect:
        [operation(name).category(), operation(name).categoryZh()] == [category, categoryZh]

        where:
        name        | category | categoryZh
        'ListBeds'  | 'Garden' | '花园'
        'WaterBed'  | 'Water'  | null
        'DrainBed'  | 'Water'  | null
        'GetTool'   | null     | '工具'
        'LooseCall' | null     | null
    }

    def 'groups keep their tree'() {
        expect:
        document.directories()*.title() == ['Garden', null]
        document.directories()[0].operations() == ['ListBeds']
        document.directories()[0].directories()[0].operations() == ['WaterBed', 'DrainBed']
    }

    def 'a document without directories has no categories'() {
        when:
        def read = read('{"info":{"version":"v"},"directories":null,"apis":{"A":{"methods":["get"]}}}')

        then:
        read.directories() == []
        read.operations()[0].category() == null
    }

    def 'operations may be a list of names, or of entries with name or apiName'() {
        when:
        def read = read('{"apis":["ListBeds",{"name":"A","methods":["get"]},{"apiName":"B"},{"other":1},""]}')

        then:
        read.operations()*.name() == ['ListBeds', 'A', 'B']
        read.operations()*.described() == [false, true, false]
    }

    def 'methods are in upper case and the one used is POST where a form is sent or a delete may be one'() {
        expect:
        operation(name).methods() == methods
        operation(name).method() == used

        where:
        name       | methods            | used
        'ListBeds' | ['GET', 'POST']    | 'GET'
        'WaterBed' | ['POST']           | 'POST'
        'DrainBed' | ['DELETE', 'POST'] | 'POST'
    }

    def 'place and style are read, unknown ones as query and none'() {
        expect:
        operation(op).parameter(name).get().with { [it.in(), it.style()] } == [place, style]

        where:
        op         | name       | place               | style
        'ListBeds' | 'RegionId' | Placement.HOST      | Style.NONE
        'ListBeds' | 'Kinds'    | Placement.QUERY     | Style.SIMPLE
        'WaterBed' | 'Can'      | Placement.FORM_DATA | Style.JSON
        'WaterBed' | 'Rows'     | Placement.FORM_DATA | Style.REPEAT_LIST
        'WaterBed' | 'Odd'      | Placement.QUERY     | Style.NONE
    }

    def 'names keep their case'() {
        expect:
        operation('ListBeds').parameter('startDate').present
        !operation('ListBeds').parameter('StartDate').present
    }

    def 'limits are exact numbers whether written as text or number; what is no number limits nothing'() {
        expect:
        parameter('ListBeds', 'PageNumber').minimum() == 1G
        parameter('ListBeds', 'PageSize').minimum() == 1G
        parameter('ListBeds', 'PageSize').maximum() == new BigDecimal('9223372036854775808')
        parameter('WaterBed', 'Ratio').minimum() == 0.5G
        parameter('WaterBed', 'Odd').minimum() == null
        parameter('WaterBed', 'Odd').maxItems() == null
        parameter('WaterBed', 'Plan').maxLength() == 4096
        parameter('ListBeds', 'Kinds').maxItems() == 20
    }

    def 'defaults, examples and documented values are texts as they are written'() {
        expect:
        parameter('ListBeds', 'PageNumber').defaultValue() == '1'
        parameter('ListBeds', 'PageSize').defaultValue() == '10'
        parameter('WaterBed', 'Ratio').defaultValue() == '0.10'
        parameter('ListBeds', 'GardenId').example() == '9223372036854775807'
        parameter('WaterBed', 'Level').enumeration() == ['1', '2', '0']
        parameter('ListBeds', 'Kinds').items().enumeration() == ['Herb', 'Rose']
        parameter('ListBeds', 'startDate').pattern() == '\\d{8}'
    }

    def 'values that only have titles are documented values too'() {
        given:
        def read = read("""{"apis":{"A":{"methods":["get"],"parameters":[{"name":"P","in":"query","schema":$schema}]}}}""")

        expect:
        read.operations()[0].parameters()[0].schema().enumeration() == values

        where:
        schema                                                     | values
        '{"enumValueTitles":{"Table":"a table","Schema":"b"}}'     | ['Table', 'Schema']
        '{"enum":["X"],"enumValueTitles":{"Y":"b"}}'               | ['X']
        '{"enumValueTitles":["0","1"]}'                            | []
    }

    def 'only the flag inside the schema makes a parameter required'() {
        given:
        def read = read('''{"apis":{"A":{"methods":["get"],"parameters":[
            {"name":"Beside","in":"query","required":true,"schema":{"type":"string"}},
            {"name":"Doc","in":"query","schema":{"type":"string","required":false,"docRequired":true}},
            {"name":"Inside","in":"query","schema":{"type":"string","required":true}}]}}}''').operations()[0]

        expect:
        read.parameters().findAll { it.required() }*.name() == ['Inside']
        read.parameter('Doc').get().schema().docRequired()
    }

    def 'a list of required names, as JSON Schema writes it, marks the fields'() {
        given:
        def read = read('''{"apis":{"A":{"methods":["get"],"parameters":[{"name":"P","in":"query","schema":
            {"type":"object","required":["Why"],"properties":{"Why":{"type":["null","string"]},"How":{}}}}]}}}''')
        def fields = read.operations()[0].parameters()[0].schema().properties()

        expect:
        fields.Why.required()
        fields.Why.isString()
        !fields.How.required()
    }

    def 'what stands beside a reference counts, and a reference to nothing is an object'() {
        given:
        def water = operation('WaterBed')

        expect:
        water.parameter('Can').get().required()
        with(water.resolve(parameter('WaterBed', 'Can'))) {
            required()
            description() == 'The can.'
            properties().keySet() == ['Name'] as Set
            ref() == null
        }
        water.resolve(parameter('WaterBed', 'Broken')).isObject()
        water.resolve(parameter('WaterBed', 'Broken')).properties().isEmpty()
    }

    def 'a component may contain itself, and an operation carries just the components that it leads to'() {
        given:
        def beds = operation('ListBeds')
        def item = ResponseShape.of(beds).itemSchema()

        expect:
        beds.components().keySet() == ['Bed', 'Tool'] as Set
        operation('GetTool').components().keySet() == ['Tool'] as Set
        beds.resolve(item.properties().Neighbour).properties() == item.properties()
    }

    def 'a component that only refers to itself is an object'() {
        given:
        def read = read('''{"components":{"schemas":{"A":{"$ref":"#/components/schemas/A"}}},"apis":{"X":{"methods":["get"],
            "responses":{"200":{"schema":{"$ref":"#/components/schemas/A"}}}}}}''').operations()[0]

        expect:
        read.resolve(read.response()).isObject()
    }

    def 'deprecation, successor, streaming, files, free keys and error codes are read'() {
        expect:
        operation('WaterBed').deprecated()
        operation('WaterBed').replacedBy() == 'dataworks-public::2024-05-18::DrainBed'
        operation('WaterBed').streaming()
        !operation('ListBeds').streaming()
        parameter('WaterBed', 'Plan').fileUrl()
        parameter('WaterBed', 'Labels').additionalProperties().isString()
        operation('ListBeds').errorCodes() == ['429': ['Throttling.User': 'Slower, please.']]
        operation('WaterBed').response() == Schema.ANY
    }

    def 'hosts that are not the service\'s are refused and named'() {
        expect:
        document.endpoints() == [
            new RegionEndpoint('cn-shanghai', 'dataworks.cn-shanghai.aliyuncs.com', 'dataworks-vpc.cn-shanghai.aliyuncs.com'),
            new RegionEndpoint('cn-vpc', 'dataworks.cn-vpc.aliyuncs.com', null)]
        document.refusedHosts() == ['dataworks.example.com', 'dataworks.cn-port.aliyuncs.com:8080',
                                    'evil.example.com/.aliyuncs.com', '10.0.0.1']
    }

    def 'what is no API document is refused with the reason'() {
        when:
        read(text)

        then:
        def e = thrown(CatalogException)
        e.message.contains(reason)

        where:
        text                                          | reason
        ''                                            | 'is empty'
        '<html>busy</html>'                           | 'not valid JSON at line 1'
        '{"apis":{"A":'                               | 'only part of the document'
        '{"apis":{}} x'                               | 'not valid JSON'
        '{"version":"1.0"}'                           | 'has no "apis"'
        '[]'                                          | 'has no "apis"'
        '{"apis":5}'                                  | 'has no "apis"'
        '{"code":404,"message":"no such product"}'    | 'code 404: no such product'
        '{"code":0}'                                  | 'holds no data'
    }

    def 'a wrapped document reads as the plain one'() {
        expect:
        read('{"code":0,"data":' + new String(bytes(), 'UTF-8') + '}') == document
    }

    def 'a single operation reads the same plain and wrapped'() {
        given:
        def reader = new ApiJsonReader(HERE)
        def plain = '{"methods":["get"],"parameters":[{"name":"Id","in":"query","schema":{"type":"string","required":true}}],"responses":{}}'

        when:
        def one = reader.read('2024-05-18', 'GetTool', plain.bytes)

        then:
        one == reader.read('2024-05-18', 'GetTool', """{"code":0,"data":$plain}""".toString().bytes)
        one.label() == 'GetTool (2024-05-18)'
        one.parameter('Id').get().required()
    }

    def 'an answer that reports a failure, or describes nothing, is refused'() {
        when:
        new ApiJsonReader(HERE).read('2024-05-18', 'GetTool', text.bytes)

        then:
        def e = thrown(CatalogException)
        e.message.contains('GetTool (2024-05-18)')
        e.message.contains(reason)

        where:
        text                                    | reason
        '{"code":404,"message":"no such api"}'  | 'code 404: no such api'
        '{"code":"Fail"}'                       | 'code Fail'
        '{"title":"x"}'                         | 'neither methods nor parameters'
        '[]'                                    | 'neither methods nor parameters'
        'busy'                                  | 'not valid JSON'
    }

    def 'numbers of monstrous size neither hang nor fill the memory'() {
        given:
        def read = read('''{"apis":{"A":{"methods":["get"],"parameters":[{"name":"P","in":"query",
            "schema":{"type":"number","minimum":"1e999999999","maximum":1e99999999,"default":1e99999999}}]}}}''')
        def schema = read.operations()[0].parameters()[0].schema()

        expect:
        schema.minimum() == null
        schema.maximum() == null
        schema.defaultValue().length() < 100
    }

    def 'operations of different origin may use one component name for different things'() {
        given:
        def one = read('{"info":{"version":"v"},"components":{"schemas":{"T":{"type":"object","properties":{"A":{"$ref":"#/components/schemas/U"}}},"U":{"type":"string"}}},"apis":{"A":{"methods":["get"],"responses":{"200":{"schema":{"$ref":"#/components/schemas/T"}}}}}}')
        def two = read('{"info":{"version":"v"},"components":{"schemas":{"T":{"type":"object","properties":{"A":{"$ref":"#/components/schemas/U"}}},"U":{"type":"integer"}}},"apis":{"B":{"methods":["get"],"responses":{"200":{"schema":{"$ref":"#/components/schemas/T"}}}}}}')
        def operations = [one.operations()[0], two.operations()[0]]
        ApiCatalog catalog = new ApiCatalog() {
            List<String> versions() { ['v'] }
            List<ApiSummary> list() { operations.collect { new ApiSummary('v', it.name(), null, null, null, false) } }
            Optional<ApiOperation> find(String version, String name) { Optional.ofNullable(operations.find { it.name() == name }) }
        }

        when:
        def read = new ApiDocsReader(HERE).read(new ApiDocsWriter().write(ApiDocument.of(catalog, 'v', 'p', [])))

        then:
        [0, 1].collect { i ->
            def operation = read.operations()[i]
            operation.resolve(operation.resolve(operation.response()).properties().A).type()
        } == ['string', 'integer']
    }
}
