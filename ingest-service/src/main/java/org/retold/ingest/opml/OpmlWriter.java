package org.retold.ingest.opml;

import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes OPML 2.0 that {@link OpmlReader} reads back the same. */
public final class OpmlWriter {

    private OpmlWriter() {}

    public static String write(List<OpmlFeed> feeds) {
        Folder top = new Folder();
        for (OpmlFeed feed : feeds) {
            top.inside(feed.folder() == null ? "" : feed.folder()).feeds.put(feed.url(), feed);
        }
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("opml");
            xml.writeAttribute("version", "2.0");
            xml.writeStartElement("head");
            xml.writeStartElement("title");
            xml.writeCharacters("Feeds of Retold");
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeStartElement("body");
            top.write(xml);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("text can be written to memory", e);
        }
        return text.toString();
    }

    private static final class Folder {

        private final Map<String, Folder> folders = new TreeMap<>();
        private final Map<String, OpmlFeed> feeds = new TreeMap<>();

        Folder inside(String path) {
            Folder folder = this;
            for (String name : path.split("/", -1)) {
                folder = name.isEmpty() ? folder : folder.folders.computeIfAbsent(name, ignored -> new Folder());
            }
            return folder;
        }

        void write(XMLStreamWriter xml) throws XMLStreamException {
            for (OpmlFeed feed : feeds.values()) {
                String title = feed.title() == null ? feed.url() : feed.title();
                xml.writeEmptyElement("outline");
                xml.writeAttribute("type", "rss");
                xml.writeAttribute("text", title);
                xml.writeAttribute("title", title);
                xml.writeAttribute("xmlUrl", feed.url());
            }
            for (Map.Entry<String, Folder> folder : folders.entrySet()) {
                xml.writeStartElement("outline");
                xml.writeAttribute("text", folder.getKey());
                folder.getValue().write(xml);
                xml.writeEndElement();
            }
        }
    }
}
