package se.insyn.filechecks;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads XML that has neither a document type nor entities of its own, and fetches nothing. */
final class StrictXml {

  private static final int DEEPEST = 500;
  private static final XMLInputFactory FACTORY = factory();

  private StrictXml() {}

  /** What is told of each element, in the order of the document. */
  interface Reader {

    /**
     * An element begins.
     *
     * @param name without its prefix
     * @param attributes by name without prefix; of several with the same one the last
     */
    void begins(String name, Map<String, String> attributes) throws IOException;

    /** Some of the text in the element that began last and has not ended. */
    default void text(String text) {}

    /** An element ends. */
    default void ends(String name) throws IOException {}
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("nothing is fetched");
        });
    return factory;
  }

  /**
   * Reads a document to its end.
   *
   * @throws IOException where it is not well-formed, has a document type, or is too deep
   */
  static void read(byte[] content, Reader reader) throws IOException {
    try {
      XMLStreamReader xml = FACTORY.createXMLStreamReader(new ByteArrayInputStream(content));
      int depth = 0;
      while (xml.hasNext()) {
        switch (xml.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            depth++;
            if (depth > DEEPEST) {
              throw new IOException("deeper than anything is");
            }
            reader.begins(xml.getLocalName(), attributes(xml));
          }
          case XMLStreamConstants.END_ELEMENT -> {
            depth--;
            reader.ends(xml.getLocalName());
          }
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
              reader.text(xml.getText());
          case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
              throw new IOException("a document type");
          default -> {
            // Comments and instructions say nothing to those who read it.
          }
        }
      }
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private static Map<String, String> attributes(XMLStreamReader xml) {
    var attributes = new HashMap<String, String>();
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
    }
    return attributes;
  }
}
