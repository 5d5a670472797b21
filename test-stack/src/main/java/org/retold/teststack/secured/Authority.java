package org.retold.teststack.secured;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import okhttp3.tls.HeldCertificate;

/** Signs certificates; only whoever has {@link #file} trusts them. */
public final class Authority {

    private final HeldCertificate root;
    private final Path file;

    private Authority(HeldCertificate root, Path file) {
        this.root = root;
        this.file = file;
    }

    /** A new one, whose certificate is kept in a file and bears the file's name. */
    public static Authority keptIn(Path file) throws IOException {
        HeldCertificate root = new HeldCertificate.Builder()
                .commonName(file.getFileName().toString())
                .certificateAuthority(0)
                .build();
        return new Authority(root, Files.writeString(file, root.certificatePem()));
    }

    /** Its certificate, PEM. */
    public Path file() {
        return file;
    }

    /** A certificate of the name {@code localhost}, not of its address. */
    HeldCertificate ofLocalhost() {
        return new HeldCertificate.Builder()
                .commonName("localhost")
                .addSubjectAlternativeName("localhost")
                .signedBy(root)
                .build();
    }
}
