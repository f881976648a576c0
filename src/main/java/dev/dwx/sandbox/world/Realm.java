package dev.dwx.sandbox.world;

import dev.dwx.catalog.ApiCatalog;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/** What every behaviour of one world works with. */
final class Realm {
    final ApiCatalog catalog;
    final Store store;
    final Ids ids;
    final Vocabulary vocabulary;
    final Families families;
    final Projection projection;
    final ZoneId zone;
    final String account;
    final String region;
    final Warehouses warehouses;
    final Map<String, Custom> customs = new HashMap<>();

    Realm(WorldOptions options, Store store, Ids ids) {
        this.catalog = options.catalog();
        this.store = store;
        this.ids = ids;
        this.zone = options.zone();
        this.account = options.accountId();
        this.region = options.region();
        this.vocabulary = new Vocabulary();
        this.families = new Families(catalog, vocabulary);
        this.warehouses = new Warehouses(this);
        this.projection = new Projection(vocabulary, zone);
    }

    /** Milliseconds at midnight of a date in the workspace's zone. */
    long midnight(LocalDate date) {
        return date.atStartOfDay(zone).toInstant().toEpochMilli();
    }

    LocalDate date(long millis) {
        return java.time.Instant.ofEpochMilli(millis).atZone(zone).toLocalDate();
    }

    /** The project with an id, or {@code null}. */
    Thing project(Object id) {
        return store.find("Project", id);
    }

    Thing projectNamed(Object name) {
        for (Thing project : store.all("Project")) {
            if (Values.same(project.get("Name"), name)) {
                return project;
            }
        }
        return null;
    }
}
