package org.bluelamp.alerts.cap;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The schema of CAP 1.2 as the tests of this service write it down. */
final class CapSchema {

    private static final Schema SCHEMA = schema();

    private CapSchema() {}

    /** What is wrong with a document by the schema, in words; empty when it is valid. */
    static List<String> faults(String document) {
        var faults = new ArrayList<String>();
        var validator = SCHEMA.newValidator();
        validator.setErrorHandler(new ErrorHandler() {
            @Override
            public void warning(SAXParseException fault) {
                faults.add(fault.toString());
            }

            @Override
            public void error(SAXParseException fault) {
                faults.add(fault.toString());
            }

            @Override
            public void fatalError(SAXParseException fault) {
                faults.add(fault.toString());
            }
        });
        try {
            validator.validate(new StreamSource(new StringReader(document)));
        } catch (SAXException | IOException e) {
            faults.add(e.toString());
        }
        return faults;
    }

    private static Schema schema() {
        try {
            return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(CapSchema.class.getResource("/cap/cap-1.2.xsd"));
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        }
    }
}
