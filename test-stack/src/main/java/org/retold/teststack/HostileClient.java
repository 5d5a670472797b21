package org.retold.teststack;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.stream.Stream;

/**
 * A client that writes byte by byte what no well-meant one sends.
 *
 * @param port of a service on this machine
 */
public record HostileClient(int port) {

    private static final int PATIENCE_MILLIS = 1_500;
    private static final int SLOW_CLIENTS = 300;
    private static final int INVENTIONS = 20;

    /** Ends of a request, from its headers on, of which two servers may think differently where the body ends. */
    public static List<String> ambiguous() {
        return List.of(
                "Content-Length: 5\r\nContent-Length: 6\r\n\r\n",
                "Content-Length: -1\r\n\r\n",
                "Content-Length: 0x5\r\n\r\n",
                "Content-Length : 5\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n5;\r\nnothex\r\n",
                "Transfer-Encoding: chunked\r\n\r\nZZ\r\n",
                "X: a\u0000b\r\n\r\n");
    }

    /** Ends of a request, from its headers on, behind which another one can hide. */
    public static List<String> smuggling() {
        return List.of(
                "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "Content-Length: 0\r\n\r\n",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n");
    }

    /** What is answered until the server is silent, or hangs up. */
    public String send(String request) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try (Socket socket = open()) {
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            socket.getInputStream().transferTo(answer);
        } catch (SocketTimeoutException | SocketException e) {
            // It has said what it had to say.
        }
        return answer.toString(ISO_8859_1);
    }

    /** Asks with a method that does not exist, and each of the other ones for paths that do not. */
    public void invent(String path, String... requests) throws IOException {
        for (int i = 0; i < INVENTIONS; i++) {
            ask("INVENTED" + i + " " + path);
            for (String request : requests) {
                ask(request + "/invented" + i);
            }
        }
    }

    private void ask(String request) throws IOException {
        send(request + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    }

    /** Hundreds of clients that begin requests and never finish them, until they are closed. */
    public SlowClients begin(String... requests) throws IOException {
        SlowClients clients =
                new SlowClients(Stream.generate(Socket::new).limit(SLOW_CLIENTS).toList());
        int next = 0;
        for (Socket socket : clients.sockets()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            socket.getOutputStream().write(requests[next++ % requests.length].getBytes(ISO_8859_1));
        }
        return clients;
    }

    private Socket open() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    /** Connections that stay open as long as this does. */
    public record SlowClients(List<Socket> sockets) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }
}
