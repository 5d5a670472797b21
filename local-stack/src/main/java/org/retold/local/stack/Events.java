package org.retold.local.stack;

import org.retold.local.process.Ending;

/** What a stack tells while it runs. */
public interface Events {

    /** Something that a person who waits wants to read. */
    void say(String line);

    /** A part died unasked and will be started again. */
    void died(Ending ending);
}
