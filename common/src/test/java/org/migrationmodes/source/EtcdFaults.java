package org.migrationmodes.source;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.migrationmodes.testing.Etcd;
import org.migrationmodes.testing.FlagAnswer;
import org.migrationmodes.testing.FlagServer;

/** What can go wrong with a flag in etcd, without users and encryption. */
final class EtcdFaults {
    private static @Nullable Etcd shared;

    private final Map<String, Function<Path, FaultScene>> faults = new LinkedHashMap<>();

    private EtcdFaults() {
        add(
                "etcd is killed, and restarted",
                scene -> scene.before(now -> now.endpoint = now.etcd.url())
                        .fault(now -> now.etcd.kill())
                        .mended(now -> now.etcd.restart()));
        add("etcd hangs", scene -> scene.fault(EtcdFaults::hang).mended(now -> now.etcd.thaw()));
        add("the way to etcd is dead", scene -> scene.fault(EtcdFaults::stall).mended(now -> now.proxy.forward()));
        add(
                "connections to etcd are reset",
                scene -> scene.fault(now -> now.proxy.reset()).mended(now -> now.proxy.forward()));
        add(
                "etcd is compacted while nobody reaches it",
                scene -> scene.fault(EtcdFaults::compact).mended(now -> now.proxy.forward()));
        keys();
        answers();
    }

    static Map<String, Function<Path, FaultScene>> all() {
        return new EtcdFaults().faults;
    }

    private static void hang(EtcdScene scene) {
        scene.silence();
        scene.etcd.freeze();
    }

    private static void stall(EtcdScene scene) {
        scene.silence();
        scene.proxy.stall();
    }

    private static void compact(EtcdScene scene) {
        scene.proxy.reset();
        for (int i = 0; i < 3; i++) {
            scene.put(EtcdScene.CLOSED + " ".repeat(i));
        }
        String revision = scene.etcd
                .ctl("get", scene.prefix + "flag", "--write-out", "json")
                .replaceAll(".*\"revision\":(\\d+).*\\s*", "$1");
        scene.etcd.ctl("compact", revision);
    }

    private void keys() {
        add("the flag is deleted in etcd", scene -> scene.fault(now -> now.etcd.delete(now.prefix + "flag")));
        flag("a web page in etcd", "<html>");
        flag("nothing in etcd", "");
        flag("half a flag in etcd", EtcdScene.NORMAL.substring(0, EtcdScene.NORMAL.length() - 2));
        flag("an older flag in etcd", EtcdScene.NORMAL.replace("6", "4"));
        flag("longer than 64 KiB in etcd", EtcdScene.NORMAL + " ".repeat(70_000));
    }

    private void flag(String name, String flag) {
        add(name, scene -> scene.fault(now -> now.put(flag)));
    }

    /** Somebody else answers in place of etcd. */
    private void answers() {
        other("a website in place of etcd", website -> website.serve("<!DOCTYPE html><title>Welcome to the hotel"));
        other("404 in place of etcd", website -> website.fail("404 Not Found", ""));
        other(
                "a redirect in place of etcd",
                website -> website.fail("307 Temporary", "Location: https://example.org/v3/kv/range\r\n"));
        other("some other JSON in place of etcd", website -> website.serve("{\"kvs\": []}"));
        other("an answer of etcd that is cut off", website -> website.script(request -> FlagAnswer.truncated("{}")));
        other("an answer of etcd without end", website -> website.serve(" ".repeat(4_000_000)));
    }

    private void other(String name, Consumer<FlagServer> serves) {
        add(
                name,
                scene -> scene.before(now -> serves.accept(now.website))
                        .fault(now -> now.proxy.lead(now.website.url()))
                        .mended(now -> now.proxy.lead(now.etcd.url())));
    }

    private void add(String name, Function<EtcdScene, EtcdScene> told) {
        faults.put(name, folder -> told.apply(new EtcdScene(shared(), folder)));
    }

    private static synchronized Etcd shared() {
        if (shared == null) {
            shared = Etcd.start().closeAtExit();
        }
        return shared;
    }
}
