package org.retold.outbound;

import java.net.UnknownHostException;

/** How a refusal travels through OkHttp, which knows no other way to say no to a look-up. */
final class RefusedAddressException extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    RefusedAddressException(String reason) {
        super(reason);
    }
}
