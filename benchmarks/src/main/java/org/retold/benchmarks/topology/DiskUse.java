package org.retold.benchmarks.topology;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** Adds up files that others may delete meanwhile. */
public final class DiskUse extends SimpleFileVisitor<Path> {

    private final String within;
    private long bytes;

    private DiskUse(String within) {
        this.within = within;
    }

    /**
     * @param within part of the paths that count
     * @return bytes; 0 if there is no such directory
     */
    public static long of(Path directory, String within) throws IOException {
        DiskUse use = new DiskUse(within);
        Files.walkFileTree(directory, use);
        return use.bytes;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        String path = file.toString();
        boolean reservedAhead = path.endsWith(".index") || path.endsWith(".timeindex");
        bytes += path.contains(within) && !reservedAhead ? attributes.size() : 0;
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, IOException failure) {
        return FileVisitResult.CONTINUE;
    }
}
