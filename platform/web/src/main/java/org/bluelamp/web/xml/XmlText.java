package org.bluelamp.web.xml;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes XML into memory, where nothing can fail that is not a mistake of ours. */
public final class XmlText {

    private static final XMLOutputFactory WRITERS = XMLOutputFactory.newFactory();

    private XmlText() {}

    /** What is written between the beginning and the end of a document. */
    public interface Writing {
        void to(XMLStreamWriter xml) throws XMLStreamException;
    }

    /** A whole document in UTF-8. */
    public static byte[] document(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = WRITERS.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
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
    public static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
