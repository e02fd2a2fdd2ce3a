package org.migrationmodes.flag;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads flags from JSON and refuses what is not one, as a whole and with one error. */
public final class FlagJson {
    /** The warning for a mode that visitors can read nothing about. */
    public static final String NO_ANNOUNCEMENT =
            "announcement: missing, so visitors are told that something is paused but not where to read why";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}(@[A-Za-z0-9._-]{1,64})?");

    private FlagJson() {}

    /**
     * Reads a document that was published for many servers.
     *
     * @param root the outermost object
     * @return the flag
     * @throws InvalidDocument if anything in it is wrong, or if it names no service: what says nothing opens nothing
     */
    public static FlagDocument published(Section root) throws InvalidDocument {
        Value mode = root.value("mode");
        if (mode != null) {
            throw mode.invalid("stands at the top, where only a server's own file may say a mode; a published flag says"
                    + " it for a service, as in \"services\": { \"wiki\": \"read-only\" }");
        }
        Value services = root.value("services");
        if (services == null) {
            throw new InvalidDocument(
                    "services",
                    "missing; a published flag says there which mode holds, as in { \"wiki\": \"read-only\" }");
        }
        if (services.object().keys().isEmpty()) {
            throw services.invalid("names no service; to open one say so, as in { \"wiki\": \"normal\" }");
        }
        return document(root);
    }

    /**
     * Reads the keys of a flag from an object that may hold others too.
     *
     * @param root the object
     * @return the flag; without services if it names none
     * @throws InvalidDocument if anything in it is wrong
     */
    public static FlagDocument document(Section root) throws InvalidDocument {
        // Editors look for the schema there.
        root.value("$schema");
        Value epoch = root.value("epoch");
        Value expires = root.value("expires");
        Map<String, Schedule> services = new LinkedHashMap<>();
        Value listed = root.value("services");
        if (listed != null) {
            Section all = listed.object();
            for (String name : all.keys()) {
                Value service = all.required(name);
                if (!NAME.matcher(name).matches()) {
                    throw service.invalid("has a name that is not made of up to 64 letters (a-z), digits, '.', '_' and"
                            + " '-', with or without an @site of the same");
                }
                services.put(name, service(service));
            }
        }
        return new FlagDocument(
                epoch == null ? null : epoch.wholeNumber(),
                expires == null ? null : expires.time(),
                announcement(root.value("announcement")),
                Collections.unmodifiableMap(services));
    }

    /**
     * Reads the keys that tell of a mode: {@code mode}, {@code until}, {@code message}.
     *
     * @param section the object that holds them
     * @param at when the mode begins
     * @return the phase
     * @throws InvalidDocument if anything in it is wrong
     */
    public static Phase phase(Section section, Instant at) throws InvalidDocument {
        Value until = section.value("until");
        Value message = section.value("message");
        return new Phase(
                at,
                section.required("mode").mode(),
                until == null ? null : until.time(),
                message == null ? Texts.NONE : texts(message));
    }

    /**
     * What is odd in a flag, though no reason to refuse it.
     *
     * @param document a flag
     * @return sentences for the log
     */
    public static List<String> warnings(FlagDocument document) {
        boolean unexplained = document.announcement() == null
                && document.services().values().stream()
                        .map(Schedule::phases)
                        .flatMap(List::stream)
                        .anyMatch(phase -> phase.mode() != Mode.NORMAL);
        return unexplained ? List.of(NO_ANNOUNCEMENT) : List.of();
    }

    private static Schedule service(Value value) throws InvalidDocument {
        if (value.isText()) {
            return Schedule.fixed(Phase.always(value.mode()));
        }
        if (!value.isObject()) {
            throw value.invalid(
                    "is neither a mode, such as \"read-only\", nor an object in { } with a mode or a schedule");
        }
        Section section = value.object();
        Value entries = section.value("schedule");
        Value mode = section.value("mode");
        if (entries == null) {
            if (mode == null) {
                throw section.invalid("says neither a mode nor a schedule");
            }
            return Schedule.fixed(phase(section, Instant.MIN));
        }
        if (mode != null) {
            throw section.invalid("says both a mode and a schedule");
        }
        return schedule(entries);
    }

    private static Schedule schedule(Value entries) throws InvalidDocument {
        List<Phase> phases = new ArrayList<>();
        for (Value entry : entries.list()) {
            Section section = entry.object();
            Value at = section.required("at");
            Phase phase = phase(section, at.time());
            if (phases.stream().anyMatch(other -> other.at().equals(phase.at()))) {
                throw at.invalid("is the time of another entry already");
            }
            phases.add(phase);
        }
        if (phases.isEmpty()) {
            throw entries.invalid("has no entry");
        }
        return Schedule.of(phases);
    }

    private static @Nullable Announcement announcement(@Nullable Value value) throws InvalidDocument {
        if (value == null) {
            return null;
        }
        if (value.isText()) {
            return new Announcement(value.url(), Texts.NONE);
        }
        if (!value.isObject()) {
            throw value.invalid("is neither a URL nor an object in { } with a url");
        }
        Section section = value.object();
        Value title = section.value("title");
        return new Announcement(section.required("url").url(), title == null ? Texts.NONE : texts(title));
    }

    private static Texts texts(Value value) throws InvalidDocument {
        if (value.isText()) {
            return Texts.plain(value.text());
        }
        if (!value.isObject()) {
            throw value.invalid("is neither a text nor an object in { } with a text for each language");
        }
        Section section = value.object();
        Map<String, String> texts = new LinkedHashMap<>();
        for (String tag : section.keys()) {
            Value text = section.required(tag);
            if (texts.put(languageTag(tag, text), text.text()) != null) {
                throw text.invalid("is a second text for the same language");
            }
        }
        if (texts.isEmpty()) {
            throw value.invalid("has no text");
        }
        return new Texts(Collections.unmodifiableMap(texts));
    }

    private static String languageTag(String tag, Value text) throws InvalidDocument {
        try {
            if (tag.isEmpty()) {
                throw new IllformedLocaleException();
            }
            return new Locale.Builder().setLanguageTag(tag).build().toLanguageTag();
        } catch (IllformedLocaleException e) {
            throw text.invalid("has a key that is not a language tag, such as \"en\" or \"pt-BR\"");
        }
    }
}
