package dev.dwx.flowspec.preview;

import java.time.LocalDate;
import java.util.List;
import java.time.ZonedDateTime;

/**
 * A node on a business date.
 *
 * @param name of the node; of one inside another {@code outer / inner}
 * @param command its type
 * @param bizdate the business date
 * @param schedule when it runs, in words; empty for a node that is started by hand
 * @param runs one for each scheduled time; none when the node has no instance on that day
 */
public record NodePreview(String name, String command, LocalDate bizdate, String schedule, List<Run> runs) {
    public NodePreview {
        runs = List.copyOf(runs);
    }

    /**
     * One instance.
     *
     * @param scheduled in the zone of the node
     * @param parameters in the document's order, then those of the workflow that the script uses
     * @param script with the values filled in as the service does
     * @param open pieces of the script and of values that nothing fills in
     * @param notes what is worth knowing of the instance, such as that it is a dry run
     */
    public record Run(ZonedDateTime scheduled, List<PreviewParameter> parameters, String script, List<String> open, List<String> notes) {
        public Run {
            parameters = List.copyOf(parameters);
            open = List.copyOf(open);
            notes = List.copyOf(notes);
        }
    }
}
