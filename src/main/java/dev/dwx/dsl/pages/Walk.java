package dev.dwx.dsl.pages;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.PagingStyle;
import dev.dwx.client.ApiException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.Set;

/**
 * One walk over all pages. Objects may come, go and change places while it is under way, so a pass over the pages counts only when
 * the service told the same count all the time and that many came; otherwise the pages are gone over again, and what is new is
 * delivered, until a pass is quiet. So what was there from the beginning to the end is delivered, and once. Only an object that
 * comes between two pages at the very moment at which another goes, so that the count stays, can hide one.
 */
final class Walk implements Iterator<Object> {
    private static final int PASSES = 4;
    /** Pages on end that bring nothing new; a service that pays no heed to the page number would go on for ever. */
    private static final int BARREN = 3;
    /** A first page shorter than this tells nothing of the size that the service allows. */
    private static final int TELLING = 10;

    private final ApiOperation operation;
    private final PageDesk desk;
    private final PageRequest request;
    private final ItemIdentity identity;
    private final WalkProgress progress;
    private final Set<Object> delivered = new HashSet<>();
    private final List<Object[]> held = new ArrayList<>();
    private final Queue<Object> ready = new ArrayDeque<>();
    private final long first;
    private Tally tally = new Tally();
    private Tally before;
    private Set<String> tokens = new HashSet<>();
    private Long size;
    private long number;
    private String token;
    private int pages;
    private int barren;
    private int passes = 1;
    private long given;
    private long freshInPass;
    private boolean tokenAgain;
    private boolean over;

    Walk(ApiOperation operation, Map<String, Object> arguments, PageDesk desk) {
        this.operation = operation;
        this.desk = desk;
        request = new PageRequest(operation, arguments);
        identity = new ItemIdentity(operation);
        progress = new WalkProgress(operation.name(), desk);
        first = request.firstNumber();
        number = first;
        size = request.firstSize();
    }

    @Override
    public boolean hasNext() {
        while (!over && ready.isEmpty()) {
            step();
        }
        return !ready.isEmpty();
    }

    @Override
    public Object next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.remove();
    }

    /** How many there are as far as the service has said, or {@code null}. */
    Long total() {
        return tally.total();
    }

    private void step() {
        Page page = progress.reading(given, tally.total(), () -> desk.reader().read(request.page(number, size, token)));
        pages++;
        boolean brought = take(page);
        Long total = tally.total();
        if (pages == 1 && total != null && size != null && total - earlier() > page.raw().size()) {
            desk.need().accept((total - earlier() - page.raw().size() + size - 1) / size);
        }
        boolean last = switch (request.style()) {
            case NONE -> true;
            case PAGE_NUMBER -> lastNumber(page, brought);
            case NEXT_TOKEN -> lastToken(page, brought);
        };
        if (last) {
            endPass();
        }
    }

    /** Delivers what is new of a page; false when this pass has seen all of it before. */
    private boolean take(Page page) {
        identity.decide(page.raw());
        tally.page(page);
        Set<Object> here = new HashSet<>();
        boolean brought = false;
        for (int i = 0; i < page.raw().size(); i++) {
            Object raw = page.raw().get(i);
            Object known = identity.of(raw);
            boolean twice = known != ItemIdentity.NONE && !here.add(known);
            brought |= tally.count(known, raw, twice);
            if (known == ItemIdentity.NONE || delivered.add(known)) {
                deliver(page.items().get(i));
            } else if (twice && differs(page.raw(), i, known)) {
                // Two different things of one page cannot be one: what was taken for its identity is none.
                identity.giveUp();
                held.forEach(one -> deliver(one[0]));
                held.clear();
                deliver(page.items().get(i));
            } else if (passes == 1 && !(raw.equals(known))) {
                held.add(new Object[] {page.items().get(i)});
            }
        }
        return brought;
    }

    private boolean differs(List<Object> page, int index, Object known) {
        for (int i = 0; i < index; i++) {
            if (known.equals(identity.of(page.get(i)))) {
                return !page.get(i).equals(page.get(index));
            }
        }
        return false;
    }

    private void deliver(Object item) {
        ready.add(item);
        given++;
        freshInPass++;
    }

    private boolean lastNumber(Page page, boolean brought) {
        if (page.raw().isEmpty() || Boolean.FALSE.equals(page.more()) || tally.reached(earlier())) {
            return true;
        }
        barren = brought ? 0 : barren + 1;
        if (barren >= BARREN) {
            return true;
        }
        if (number == first) {
            adopt(page);
        }
        number++;
        return false;
    }

    /**
     * The first page was shorter than asked although there is more: the service has cut the size. The next pages are asked for in
     * what came, since nobody says whether their place is reckoned with the size asked for or with the size given.
     */
    private void adopt(Page page) {
        int came = page.raw().size();
        if (number != 1 || size == null || came >= size || tally.total() == null) {
            return;
        }
        if (page.size() != null && page.size() >= came && page.size() < size) {
            size = request.allowed(page.size());
        } else if (came >= TELLING) {
            size = request.allowed(came);
        }
    }

    private boolean lastToken(Page page, boolean brought) {
        if (page.token() == null || Boolean.FALSE.equals(page.more())) {
            return true;
        }
        barren = brought ? 0 : barren + 1;
        if (!tokens.add(page.token())) {
            tokenAgain = brought;
            return true;
        }
        if (barren > PASSES * BARREN) {
            tokenAgain = true;
            return true;
        }
        token = page.token();
        return false;
    }

    /** Objects before the first page that was read. */
    private long earlier() {
        return first > 1 && size != null ? (first - 1) * size : 0;
    }

    private void endPass() {
        boolean agrees = request.beginsAtToken() || tally.agrees(earlier());
        if (agrees && !tokenAgain) {
            finish(null);
        } else if (pages > 1 && passes < PASSES && identity.any() && !sameAsBefore()) {
            again();
        } else {
            finish(problem(agrees));
        }
    }

    /** Whether another pass has shown just the same: the count is wrong for good, and a third would show it again. */
    private boolean sameAsBefore() {
        return before != null && freshInPass == 0 && !before.totalChanged() && !tally.totalChanged()
                && before.distinct() == tally.distinct() && before.total() != null && before.total().equals(tally.total());
    }

    private void again() {
        if (tally.largestPage() >= TELLING && size != null && tally.largestPage() < size) {
            size = request.allowed(tally.largestPage());
        }
        passes++;
        before = tally;
        tally = new Tally();
        tokens = new HashSet<>();
        number = first;
        token = null;
        barren = 0;
        freshInPass = 0;
        tokenAgain = false;
        held.clear();
    }

    private String problem(boolean agrees) {
        if (agrees) {
            return "the service gave the same token again after " + given + " items, so that there may be more";
        }
        Long total = tally.total();
        if (tally.totalChanged() && passes > 1) {
            return given + " came, and the service's count changed each time the pages were gone over, to " + total
                    + " at last: the listing changes faster than it can be read";
        }
        long came = tally.distinct() + earlier();
        return came < total ? "only " + came + " came of the " + total + " that the service counts"
                : came + " came, and the service counts " + total + ": some may be there twice";
    }

    private void finish(String problem) {
        over = true;
        if (problem == null) {
            return;
        }
        String next = "read it again at a quieter time or with a narrower filter; " + operation.name()
                + ".all(…).lenient() takes what comes";
        if (desk.strict()) {
            throw ApiException.of(ApiException.Stage.UNKNOWN_OUTCOME, operation.name(), operation.version())
                    .code("dwx.IncompleteListing").why(problem).next(next).build();
        }
        desk.notes().accept("Incomplete: " + operation.name() + ": " + problem + ".\n  next: " + next);
    }
}
