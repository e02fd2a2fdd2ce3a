package org.migrationmodes.gate;

import org.jspecify.annotations.Nullable;

/** What belongs to a segment of a path, found without cutting the segment out. Not thread-safe while it is filled. */
final class SegmentTable<T> {
    private @Nullable Entry<T>[] places = places(4);
    private int size;

    private record Entry<T>(String segment, T value) {}

    @SuppressWarnings("unchecked")
    private static <T> @Nullable Entry<T>[] places(int count) {
        return (Entry<T>[]) new Entry<?>[count];
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** A segment is put once. */
    void put(String segment, T value) {
        if (++size * 2 > places.length) {
            @Nullable Entry<T>[] before = places;
            places = places(before.length * 2);
            for (Entry<T> entry : before) {
                if (entry != null) {
                    place(entry);
                }
            }
        }
        place(new Entry<>(segment, value));
    }

    private void place(Entry<T> entry) {
        int place = entry.segment().hashCode() & (places.length - 1);
        while (places[place] != null) {
            place = (place + 1) & (places.length - 1);
        }
        places[place] = entry;
    }

    @Nullable
    T get(String segment) {
        return get(segment, 0, segment.length());
    }

    /** What belongs to a part of a text. */
    @Nullable
    T get(String text, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            // as String.hashCode does
            hash = 31 * hash + text.charAt(i);
        }
        int place = hash & (places.length - 1);
        for (Entry<T> entry = places[place]; entry != null; entry = places[place]) {
            if (entry.segment().length() == to - from && text.startsWith(entry.segment(), from)) {
                return entry.value();
            }
            place = (place + 1) & (places.length - 1);
        }
        return null;
    }
}
