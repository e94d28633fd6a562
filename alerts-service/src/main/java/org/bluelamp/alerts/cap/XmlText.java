package org.bluelamp.alerts.cap;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes XML into memory, where nothing can fail that is not a mistake of ours. */
final class XmlText {

    private static final XMLOutputFactory WRITERS = XMLOutputFactory.newFactory();

    private XmlText() {}

    /** What is written between the beginning and the end of a document. */
    interface Writing {
        void to(XMLStreamWriter xml) throws XMLStreamException;
    }

    /** A whole document in UTF-8. */
    static byte[] document(Writing writing) {
        var bytes = new ByteArrayOutputStream();
        try {
            var xml = WRITERS.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            writing.to(xml);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("XML could not be written into memory", e);
        }
        return bytes.toByteArray();
    }

    /** An element that holds only text. */
    static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
