package dev.weft.front.magic.maven;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** A POM as people write one into a cell: a whole project, or pieces of one. */
final class PomText {

  /** Lists whose members may stand alone. */
  private static final Map<String, String> LIST_OF =
      Map.of("dependency", "dependencies", "repository", "repositories", "profile", "profiles");

  private static final Set<String> PARTS =
      Set.of(
          "dependencies",
          "repositories",
          "profiles",
          "dependencyManagement",
          "properties",
          "parent");

  private PomText() {}

  /**
   * Returns a whole project.
   *
   * @throws DependencyException if the text is no XML, or nothing of a POM
   */
  static String project(String text) throws DependencyException {
    String body = text.strip().replaceFirst("^<\\?xml[^>]*\\?>", "");
    List<Element> pieces = elements(parse("<pieces>" + body + "</pieces>"));
    if (pieces.isEmpty()) {
      throw new DependencyException(
          "Write a <project>, or some <dependency> and <repository> elements, below the magic.");
    }
    if (pieces.size() == 1 && pieces.getFirst().getTagName().equals("project")) {
      return body;
    }
    return project(pieces);
  }

  private static String project(List<Element> pieces) throws DependencyException {
    Map<String, StringBuilder> parts = new LinkedHashMap<>();
    for (Element piece : pieces) {
      String name = piece.getTagName();
      String part = LIST_OF.getOrDefault(name, name);
      if (!PARTS.contains(part)) {
        throw new DependencyException(
            "<"
                + name
                + "> has no place here: write a <project>, or <dependency>, <repository>,"
                + " <dependencyManagement>, <properties> and <parent> elements.");
      }
      StringBuilder content = parts.computeIfAbsent(part, _ -> new StringBuilder());
      if (name.equals(part)) {
        content.append(inside(piece));
      } else {
        content.append(write(piece));
      }
    }
    StringBuilder project = new StringBuilder("<project><modelVersion>4.0.0</modelVersion>");
    project.append("<groupId>notebook</groupId><artifactId>cell</artifactId><version>0</version>");
    project.append("<packaging>pom</packaging>");
    parts.forEach(
        (name, content) ->
            project.append('<' + name + '>').append(content).append("</" + name + '>'));
    return project.append("</project>").toString();
  }

  private static Element parse(String xml) throws DependencyException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler());
      return builder.parse(new InputSource(new StringReader(xml))).getDocumentElement();
    } catch (SAXParseException e) {
      throw new DependencyException(
          "Line " + e.getLineNumber() + " below the magic is no XML: " + e.getMessage(), e);
    } catch (SAXException | IOException | ParserConfigurationException e) {
      throw new DependencyException("What stands below the magic is no XML of a POM.", e);
    }
  }

  private static List<Element> elements(Element parent) {
    List<Element> elements = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        elements.add(element);
      }
    }
    return elements;
  }

  private static String inside(Element element) throws DependencyException {
    StringBuilder text = new StringBuilder();
    for (Element child : elements(element)) {
      text.append(write(child));
    }
    return text.toString();
  }

  private static String write(Element element) throws DependencyException {
    try {
      TransformerFactory factory = TransformerFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      Transformer transformer = factory.newTransformer();
      transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
      StringWriter writer = new StringWriter();
      transformer.transform(new DOMSource(element), new StreamResult(writer));
      return writer.toString();
    } catch (TransformerException e) {
      throw new DependencyException("This is no POM: " + e.getMessage(), e);
    }
  }
}
