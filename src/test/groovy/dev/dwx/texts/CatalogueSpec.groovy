package dev.dwx.texts

import spock.lang.Specification

class CatalogueSpec extends Specification {
    def 'a text is its own key, with values in their places'() {
        expect:
        Catalogue.of(language).text(english, *values) == said

        where:
        language | english              | values   || said
        'en'     | 'Interrupted.'       | []       || 'Interrupted.'
        'zh'     | 'Interrupted.'       | []       || '已中断。'
        'fr'     | 'Interrupted.'       | []       || 'Interrupted.'
        'zh'     | 'nobody says this'   | []       || 'nobody says this'
        'en'     | '{1} before {0}'     | [1, 'x'] || 'x before 1'
        'en'     | '{2} {} {x} { {0'    | [1, 'x'] || '{2} {} {x} { {0'
        'en'     | '{0}'                | ['{0}']  || '{0}'
        'en'     | '{11}{1}{0} {12}'    | 'a'..'l' || 'lba {12}'
    }
}
