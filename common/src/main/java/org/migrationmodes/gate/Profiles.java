package org.migrationmodes.gate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.migrationmodes.flag.InvalidDocument;
import org.migrationmodes.flag.Value;

/** The profiles that a plugin ships, and which of them fits its host. Immutable. */
public final class Profiles {
    private static final String AUTO = "auto";

    private final Profile generic;
    private final List<Profile> known;

    private Profiles(Profile generic, List<Profile> known) {
        this.generic = generic;
        this.known = known;
    }

    /**
     * Reads the profiles of a plugin from {@code profiles/<name>.json} beside one of its classes, and the generic one.
     *
     * @param beside a class of the plugin
     * @param names of the profiles
     * @return the profiles
     * @throws IllegalStateException if one of them is missing or wrong
     */
    public static Profiles of(Class<?> beside, List<String> names) {
        Profile generic = read(Profiles.class, "generic");
        List<Profile> known = new ArrayList<>();
        names.forEach(name -> known.add(read(beside, name)));
        known.add(generic);
        return new Profiles(generic, List.copyOf(known));
    }

    private static Profile read(Class<?> beside, String name) {
        String resource = "profiles/" + name + ".json";
        try (InputStream in = beside.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no " + resource + " beside " + beside.getName());
            }
            return Profile.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InvalidDocument e) {
            throw new IllegalStateException(resource + ": " + e.getMessage(), e);
        }
    }

    /** The profile of the host whose classes the loader can see, else the generic one. Loads no class. */
    Recognised recognise(ClassLoader host) {
        for (Profile profile : known) {
            for (String name : profile.recognisedBy()) {
                if (host.getResource(name.replace('.', '/') + ".class") != null) {
                    return new Recognised(profile, "the host has the class " + name);
                }
            }
        }
        return new Recognised(generic, "no host was recognised");
    }

    /** The profile that a setting names; {@code auto} is the recognised one. */
    Recognised chosen(Value setting, Recognised recognised) throws InvalidDocument {
        String name = setting.text();
        if (name.equals(AUTO)) {
            return recognised;
        }
        Profile profile = find(name);
        if (profile != null) {
            return new Recognised(profile, "the configuration says so");
        }
        throw setting.invalid("is not a profile of this plugin; it has " + AUTO + ", "
                + known.stream().map(Profile::name).collect(Collectors.joining(", ")));
    }

    /** The profile of that name. */
    Profile named(String name) {
        Profile profile = find(name);
        if (profile == null) {
            throw new IllegalArgumentException("no profile " + name);
        }
        return profile;
    }

    private @Nullable Profile find(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(profile -> profile.name().equals(lower))
                .findFirst()
                .orElse(null);
    }

    /** A profile and why it was chosen. */
    record Recognised(Profile profile, String reason) {}
}
