package org.migrationmodes.gate;

import jakarta.servlet.AsyncContext;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.migrationmodes.flag.Flag;
import org.migrationmodes.flag.Mode;

/**
 * Counts every request in under the flag that admits it, and out when it is over. All methods are thread-safe;
 * {@link #admit} takes no lock and allocates nothing.
 *
 * <p>Between reading the flag and being counted there is no window. A request enters the term that it read and then reads
 * the term once more: if that has changed it leaves again and starts over. A new flag first becomes the term, and only then
 * are the old terms counted. A full fence lies between the two steps on either side, so of two such orders at least one
 * sees the other: either the request sees the new term, or the count sees the request.
 *
 * <p>A term counts entries and exits apart, and reads the exits first. Every exit has its entry before it, so whatever
 * comes and goes during the reading can make the result too high for a moment, and never too low.
 */
public final class Census implements Consumer<Flag> {
    private volatile Term current;
    private volatile List<Term> earlier = List.of();

    /**
     * Starts with a flag.
     *
     * @param first what holds as long as no other flag is told
     */
    public Census(Flag first) {
        this.current = new Term(first);
    }

    /** The time of one flag, and who came in it. */
    static final class Term {
        private final Flag flag;
        private final LongAdder entered = new LongAdder();
        private final LongAdder left = new LongAdder();

        private Term(Flag flag) {
            this.flag = flag;
        }

        Flag flag() {
            return flag;
        }

        void leave() {
            left.increment();
        }

        private long running() {
            long gone = left.sum();
            VarHandle.fullFence();
            return entered.sum() - gone;
        }
    }

    /** Counts a request in; it must {@link Term#leave} exactly once. */
    Term admit() {
        while (true) {
            Term term = current;
            term.entered.increment();
            VarHandle.fullFence();
            if (term == current) {
                return term;
            }
            term.leave();
        }
    }

    /** Counts a request out when its asynchronous part is over (Servlet 6.0, section 2.3.3.3). */
    static void leaveAtEnd(AsyncContext context, Term term) {
        context.addListener(new AtEnd(term::leave));
    }

    /** The flag that new requests are admitted by from now on. */
    @Override
    public synchronized void accept(Flag flag) {
        List<Term> still = new ArrayList<>();
        for (Term term : earlier) {
            if (term.running() > 0) {
                still.add(term);
            }
        }
        still.add(current);
        // First the old term is among the earlier ones, then it is no longer the current one: at no time is it neither.
        earlier = List.copyOf(still);
        current = new Term(flag);
        VarHandle.fullFence();
    }

    /**
     * What holds for requests that come now.
     *
     * @return the flag that was told last
     */
    public Flag flag() {
        return current.flag();
    }

    /**
     * How many requests are running that were admitted while more was let through than now.
     *
     * @return 0 once nothing of what is now refused can still be under way
     */
    public long runningFromBefore() {
        return runningFromBefore(current.flag().mode());
    }

    private long runningFromBefore(Mode now) {
        VarHandle.fullFence();
        long running = 0;
        for (Term term : earlier) {
            if (term.flag().mode().isMoreOpenThan(now)) {
                running += term.running();
            }
        }
        return running;
    }

    /**
     * Whether writes are refused and none is under way any more.
     *
     * @return false as long as the mode lets writes pass
     */
    public boolean isDrained() {
        Mode now = current.flag().mode();
        return now.isFrozen() && runningFromBefore(now) == 0;
    }
}
