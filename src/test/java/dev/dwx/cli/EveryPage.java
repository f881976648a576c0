package dev.dwx.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Prints every page of help, each behind a line with its topic: the language of texts is one of a whole process. */
public final class EveryPage {
    private EveryPage() {
    }

    public static void main(String[] arguments) {
        List<String> topics = new ArrayList<>(HelpPages.TOPICS);
        topics.add("run");
        topics.add("deploy");
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (String topic : topics) {
            out.println("\f" + topic);
            out.print(HelpPages.page(topic).orElse(""));
        }
    }
}
