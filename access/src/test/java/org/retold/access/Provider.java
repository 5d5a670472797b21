package org.retold.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** An identity provider on this machine: it shows its keys, and signs whatever the test wants signed. */
final class Provider implements AutoCloseable {

    /** Bears the name of a key of ours, and is none. */
    static final RsaJsonWebKey FORGED = newKey("first");

    private static final RsaJsonWebKey FIRST = newKey("first");
    private static final RsaJsonWebKey SECOND = newKey("second");

    private final HttpServer server;
    private final AtomicInteger asked = new AtomicInteger();
    private volatile RsaJsonWebKey key = FIRST;

    Provider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        answer("/keys", () -> {
            asked.incrementAndGet();
            return new JsonWebKeySet(key).toJson(OutputControlLevel.PUBLIC_ONLY);
        });
        answer(
                "/.well-known/openid-configuration",
                () -> "{\"issuer\":\"%s\",\"jwks_uri\":\"%s\"}".formatted(name(), keys()));
        answer(
                "/of-another/.well-known/openid-configuration",
                () -> "{\"issuer\":\"%s\",\"jwks_uri\":\"%s\"}".formatted(name(), keys()));
        server.start();
    }

    private interface Said {
        String now();
    }

    private void answer(String path, Said said) {
        server.createContext(path, exchange -> {
            byte[] body = said.now().getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    String name() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    String keys() {
        return name() + "/keys";
    }

    int timesAsked() {
        return asked.get();
    }

    RsaJsonWebKey key() {
        return key;
    }

    /** From now on another key signs, and only that is shown. */
    void rotate() {
        key = SECOND;
    }

    private static RsaJsonWebKey newKey(String id) {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId(id);
            key.setAlgorithm("RS256");
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Claims that are right in every way. */
    JwtClaims claims(String scope) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(name());
        claims.setAudience("retold");
        claims.setSubject("desk");
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(5);
        claims.setStringClaim("scope", scope);
        return claims;
    }

    String signed(JwtClaims claims) {
        return signed(claims, key);
    }

    static String signed(JwtClaims claims, RsaJsonWebKey key) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(key.getPrivateKey());
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setAlgorithmHeaderValue("RS256");
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
