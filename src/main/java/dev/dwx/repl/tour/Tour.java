package dev.dwx.repl.tour;

import dev.dwx.render.Look;
import dev.dwx.repl.command.Command;
import dev.dwx.repl.command.Desk;
import dev.dwx.repl.command.Typed;
import dev.dwx.texts.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * {@code :tour}: ten steps through what dwx does, at the normal prompt. After each input the step looks at what was done, praises or
 * gives a hint, and goes on. Steps that write are for a sandbox only.
 */
public final class Tour {
    private final Desk desk;
    private final HeardCalls calls;
    private final BooleanSupplier sandbox;
    private final LongSupplier yesterday;
    private final TourState state;
    private final Path folder;
    private List<Step> steps;
    private Trail trail = new Trail(null);
    private int step;
    private boolean going;

    /**
     * @param calls hears the session's calls
     * @param sandbox whether calls go to a sandbox
     * @param yesterday the business date of today's run, in milliseconds
     * @param file where is kept how far somebody came, or {@code null}
     * @param folder the directory that dwx was started in
     */
    public Tour(Desk desk, HeardCalls calls, BooleanSupplier sandbox, LongSupplier yesterday, Path file, Path folder) {
        this.desk = desk;
        this.calls = calls;
        this.sandbox = sandbox;
        this.yesterday = yesterday;
        state = new TourState(file);
        this.folder = folder;
    }

    /** Its row in the table of commands. */
    public List<Command> rows() {
        return List.of(new Command("tour", List.of(), Command.Argument.WORDS, "[next|back|again|stop|status|1-10]",
                "ten steps through dwx in a sandbox, each looked at when you have done it",
                "Type :tour to begin or to go on. next and back change the step, again begins anew, stop leaves it, status says where you are.",
                this::command));
    }

    private String command(String argument) {
        if (steps == null) {
            steps = Steps.all(yesterday, folder);
        }
        int at = going ? step : state.step();
        switch (argument) {
            case "", "start", "go", "continue":
                return at > Steps.COUNT ? Texts.of("You have walked the whole tour. :tour again begins anew.") : going ? shown() : resumed(at);
            case "next", "skip":
                return at >= Steps.COUNT ? finished() : to(at + 1);
            case "back", "prev", "previous":
                return to(Math.max(1, at - 1));
            case "again", "restart":
                return to(1);
            case "stop", "quit", "exit", "end":
                stop();
                return Texts.of("The tour waits at step {0}. :tour goes on there.", Math.min(at, Steps.COUNT));
            case "status":
                return at > Steps.COUNT ? Texts.of("You have walked the whole tour. :tour again begins anew.")
                        : going ? Texts.of("Step {0} of {1}: {2}", at, Steps.COUNT, steps.get(at - 1).title())
                        : Texts.of("The tour waits at step {0}. :tour goes on there.", at);
            default:
                return number(argument);
        }
    }

    private String number(String argument) {
        try {
            int asked = Integer.parseInt(argument);
            if (asked >= 1 && asked <= Steps.COUNT) {
                return to(asked);
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        return Texts.of("The tour does not know '{0}'. It has: :tour next, back, again, stop, status, and the numbers 1 to {1}", argument, Steps.COUNT);
    }

    /** What the steps made so far is gone with the session that made it. */
    private String resumed(int at) {
        if (at > 1 && at <= Steps.COUNT && steps.get(at - 1).needs()) {
            int from = at == 9 ? 8 : Steps.FLOW;
            return Texts.of("Step {0} works on what an earlier session has made, which ended with it. The tour goes on at step {1}.", at, from) + "\n"
                    + to(from);
        }
        return to(at);
    }

    private String to(int number) {
        boolean outside = !sandbox.getAsBoolean();
        if (outside && steps.get(number - 1).writes()) {
            return Texts.of("Step {0} changes something, and calls go to the real service here: the tour does that in a sandbox only.\n"
                    + "Leave with :quit, and type: dwx --sandbox", number);
        }
        boolean begins = !going;
        step = number;
        going = true;
        trail = new Trail(trail.taken());
        calls.listen(true);
        state.keep(number);
        String head = !begins ? "" : outside
                ? Texts.of("Calls go to the real service here. The steps that only read work all the same; for the whole tour, leave with :quit and\n"
                        + "type: dwx --sandbox, which is a DataWorks of your own on this machine.") + "\n\n"
                : number > 1 ? "" : Texts.of("Ten steps, some ten minutes, at the normal prompt. Nothing here costs or breaks anything: this is a sandbox.\n"
                        + ":tour next goes on without doing a step, :tour stop leaves; :tour later goes on where you were.") + "\n\n";
        return head + shown();
    }

    private String shown() {
        Step now = steps.get(step - 1);
        Look look = desk.renderer().look();
        StringBuilder text = new StringBuilder();
        text.append(look.strong(Texts.of("Step {0} of {1}: {2}", step, Steps.COUNT, now.title()))).append('\n').append(now.text());
        for (String line : now.type().split("\n")) {
            text.append("\n    ").append(look.colour() ? "\u001b[36m" + line + "\u001b[39m" : line);
        }
        return text.toString();
    }

    /**
     * Looks at an input that is done.
     *
     * @return what the tour says to it; empty for nothing
     */
    public String after(Typed typed) {
        if (!going || typed.input().startsWith(":tour")) {
            return "";
        }
        trail.add(typed, calls.taken());
        Verdict verdict = steps.get(step - 1).look().apply(trail);
        String mark = verdict.text().isEmpty() ? "" : desk.renderer().look().strong(verdict.passed() ? "✓ " : "→ ") + verdict.text();
        if (!verdict.passed()) {
            return mark;
        }
        return mark + "\n\n" + (step == Steps.COUNT ? finished() : to(step + 1));
    }

    private String finished() {
        stop();
        state.keep(Steps.COUNT + 1);
        return Texts.of("That was the tour. :help shows what can be typed, :help lifecycle and :help flow tell more of what you saw.\n"
                + "For your own account: leave with :quit, and type: dwx doctor");
    }

    private void stop() {
        going = false;
        calls.listen(false);
        trail = new Trail(null);
    }
}
