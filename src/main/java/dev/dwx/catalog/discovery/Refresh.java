package dev.dwx.catalog.discovery;

import dev.dwx.catalog.ApiCatalog;
import dev.dwx.catalog.Provenance;
import dev.dwx.texts.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** One run over all sources: fetch side by side, then, one process at a time, check, keep and merge. */
final class Refresh {
    /** What a source answered: content, "not modified", or a failure. */
    private record Answer(CatalogSource source, Fetched fetched, SourceFailure failure) {
    }

    private final CatalogCache cache;
    private final Fetcher fetcher;
    private final DiscoverySettings settings;
    private final ApiCatalog snapshot;
    private final Instant now;
    private final List<String> refused = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();
    private final List<SourceState> states = new ArrayList<>();
    private Instant newest;
    private boolean found;

    Refresh(CatalogCache cache, Fetcher fetcher, DiscoverySettings settings, ApiCatalog snapshot, Instant now) {
        this.cache = cache;
        this.fetcher = fetcher;
        this.settings = settings;
        this.snapshot = snapshot;
        this.now = now;
    }

    List<String> refused() {
        return refused;
    }

    List<String> notices() {
        return notices;
    }

    List<SourceState> states() {
        return states;
    }

    /** Whether any source could be read just now. */
    boolean reachedAny() {
        return now.equals(newest);
    }

    /**
     * Asks all sources and merges what they and the kept documents say.
     *
     * @param earlier the catalog before, read when this process has its turn
     * @return the merged catalog in its compiled form, or nothing if no source gave anything
     */
    Optional<byte[]> run(List<CatalogSource> sources, Singles singles, Supplier<ApiCatalog> earlier, long stamp,
            String addresses) {
        List<Answer> answers = fetch(sources);
        return cache.locked(() -> {
            CatalogMerge merge = new CatalogMerge(snapshot, earlier.get());
            for (Answer answer : answers) {
                take(answer, merge);
            }
            for (OperationKey key : cache.singles()) {
                singles.read(key).ifPresent(kept -> {
                    found = true;
                    merge.add(kept.source(), kept.result(), null);
                });
            }
            if (!found) {
                return Optional.empty();
            }
            byte[] compiled = CompiledCatalogWriter.write(merge.merge(), stamp, newest == null ? now : newest, addresses);
            notices.addAll(merge.notices());
            cache.storeCompiled(compiled);
            return Optional.of(compiled);
        });
    }

    /** Asks the sources side by side; the slowest decides how long it takes. */
    private List<Answer> fetch(List<CatalogSource> sources) {
        List<FutureTask<Answer>> tasks = new ArrayList<>();
        for (CatalogSource source : sources) {
            FutureTask<Answer> task = new FutureTask<>(() -> ask(source));
            tasks.add(task);
            Thread thread = new Thread(task, "dwx-discovery-" + source.id());
            thread.setDaemon(true);
            thread.start();
        }
        List<Answer> answers = new ArrayList<>();
        for (FutureTask<Answer> task : tasks) {
            answers.add(get(task));
        }
        return answers;
    }

    private static Answer get(FutureTask<Answer> task) {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while refreshing the catalog", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a source failed in an unforeseen way: " + e.getCause(), e.getCause());
        }
    }

    private Answer ask(CatalogSource source) {
        try {
            StoredDocument stored = source.kept() ? cache.document(source).orElse(null) : null;
            Validators known = stored == null || readable(source, stored) == null
                    ? Validators.NONE
                    : stored.validators();
            return new Answer(source, source.fetch(fetcher, known), null);
        } catch (SourceFailure e) {
            return new Answer(source, null, e);
        }
    }

    private void take(Answer answer, CatalogMerge merge) {
        CatalogSource source = answer.source();
        StoredDocument stored = source.kept() ? cache.document(source).orElse(null) : null;
        SourceResult before = stored == null ? null : readable(source, stored);
        String problem = null;
        SourceResult result = null;
        Instant fetched = now;
        try {
            if (answer.failure() != null) {
                throw answer.failure();
            }
            if (answer.fetched().notModified()) {
                if (before == null) {
                    throw new SourceFailure(Texts.of("{0}: not modified, but the copy at hand is gone; refresh again", source.location()));
                }
                StoredDocument confirmed = stored.confirmed(now);
                result = readable(source, confirmed);
                cache.store(source, confirmed);
            } else {
                result = accepted(source, answer.fetched(), before);
            }
        } catch (SourceFailure e) {
            problem = e.getMessage();
        }
        if (result == null && before != null) {
            result = before;
            fetched = stored.fetched();
        }
        if (result != null) {
            found = true;
            newest = newest == null || fetched.isAfter(newest) ? fetched : newest;
            merge.add(source, result, new Provenance(source.name(), source.location(), fetched, true));
        }
        boolean notAsked = settings.offline() && Fetcher.isAddress(source.location());
        if (problem != null && !notAsked && !refused.contains(problem)) {
            notices.add(problem + (before == null ? "" : Texts.of(" (the copy of {0} stays in use)", stored.fetched())));
        }
        states.add(new SourceState(source.name(), source.location(), source.language(),
                result == null ? null : fetched, result == null ? 0 : result.count(), problem));
    }

    private SourceResult accepted(CatalogSource source, Fetched fetched, SourceResult before) throws SourceFailure {
        SourceResult result = read(source, fetched.content(), now);
        notices.addAll(result.notices());
        if (!settings.acceptLoss() && source.kept()) {
            try {
                new LossCheck(snapshot).check(source, before, result);
            } catch (SourceFailure e) {
                refused.add(e.getMessage());
                throw e;
            }
        }
        if (source.kept()) {
            cache.store(source, new StoredDocument(source.location(), source.language(), now, fetched.etag(),
                    fetched.lastModified(), result.count(), fetched.content()));
        }
        return result;
    }

    /** Whatever a document or a foreign library does to its reader, it is one source that failed. */
    private static SourceResult read(CatalogSource source, byte[] content, Instant fetched) throws SourceFailure {
        try {
            return source.read(content, fetched);
        } catch (RuntimeException | StackOverflowError e) {
            throw new SourceFailure(Texts.of("{0}: cannot be understood: {1}", source.location(), e), e);
        }
    }

    private static SourceResult readable(CatalogSource source, StoredDocument stored) {
        try {
            return read(source, stored.content(), stored.fetched());
        } catch (SourceFailure e) {
            return null;
        }
    }
}
