package org.retold.dedupe.kafka;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/**
 * One cache and one limit on write buffers for all stores of the process; each would take 100 MB by itself. What was
 * deleted or replaced does not stay in old files.
 */
public final class BoundedRocksDb implements RocksDBConfigSetter {

    /** Setting of the streams client: files that are older than so many seconds are written anew without it. */
    public static final String REWRITTEN_AFTER_SECONDS = "retold.rocksdb.rewritten.after.seconds";

    private static final long CACHE_BYTES = 32L * 1024 * 1024;
    private static final long WRITE_BUFFER_BYTES = 16L * 1024 * 1024;
    private static final long ONE_WRITE_BUFFER_BYTES = 4L * 1024 * 1024;

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(Shared.CACHE);
        table.setCacheIndexAndFilterBlocks(true);
        options.setTableFormatConfig(table);
        options.setWriteBufferManager(Shared.WRITE_BUFFERS);
        options.setWriteBufferSize(ONE_WRITE_BUFFER_BYTES);
        options.setMaxWriteBufferNumber(2);
        options.setPeriodicCompactionSeconds(Long.parseLong(String.valueOf(configs.get(REWRITTEN_AFTER_SECONDS))));
    }

    /** What is shared outlives every store. */
    @Override
    public void close(String storeName, Options options) {}

    /** Loads the native library on first use only. */
    private static final class Shared {
        private static final Cache CACHE = new LRUCache(CACHE_BYTES);
        private static final WriteBufferManager WRITE_BUFFERS = new WriteBufferManager(WRITE_BUFFER_BYTES, CACHE);
    }
}
