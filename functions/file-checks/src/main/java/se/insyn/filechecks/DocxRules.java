package se.insyn.filechecks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.insyn.domain.events.FileType;

/**
 * What a text of Word's (ISO/IEC 29500) may not be or have: locked, broken, another kind of
 * document, or anything that acts, fetches or carries another file. Every part is looked at, and
 * every relation between parts.
 */
final class DocxRules {

  private static final String TYPES = "[Content_Types].xml";
  private static final String RELATIONS = "_rels/.rels";
  private static final String MAIN = FileType.DOCX.mediaType() + ".main+xml";

  private static final List<String> ACTIVE_TYPES =
      List.of("macroenabled", "vba", "activex", "oleobject", "ms-package", "attachedtoolbars");

  private static final List<String> ACTIVE_PARTS =
      List.of("vbaproject", "vbadata", "/activex/", "/embeddings/", "customui");

  /** The last words of relations that bring something with them or that is run. */
  private static final Set<String> ACTIVE_RELATIONS =
      Set.of(
          "aFChunk",
          "activeXControlBinary",
          "attachedTemplate",
          "attachedToolbars",
          "control",
          "ctrlProp",
          "extensibility",
          "frame",
          "oleObject",
          "package",
          "subDocument",
          "ui",
          "vbaProject",
          "wordVbaData");

  private static final Set<String> ACTIVE_ELEMENTS =
      Set.of("OLEObject", "altChunk", "control", "objectEmbed", "objectLink", "subDoc");

  private DocxRules() {}

  static Optional<Refusal> against(byte[] content) {
    return OfficeZip.against(content, DocxRules::look);
  }

  private static Optional<Refusal> look(StrictZip zip) throws IOException {
    var types = new HashMap<String, String>();
    var main = new ArrayList<String>();
    boolean isActive = false;
    for (StrictZip.Entry entry : zip.entries()) {
      byte[] part = zip.content(entry);
      var look = new Look(entry.name());
      if (entry.name().equals(TYPES)) {
        StrictXml.read(part, (name, of) -> type(of, types));
      } else if (entry.name().equals(RELATIONS)) {
        StrictXml.read(part, (name, of) -> main(of, main));
      }
      if (OfficeZip.isXml(entry)) {
        StrictXml.read(part, look);
      }
      // To the last one: what cannot be read counts before what is read and acts.
      isActive |= look.isActive() || OfficeZip.isAnotherFile(part) || isActive(entry.name());
    }
    isActive |= types.values().stream().anyMatch(DocxRules::isActiveType);
    if (isActive) {
      return Optional.of(Refusal.ACTIVE);
    }
    boolean isText =
        main.size() == 1 && MAIN.equals(types.get("/" + main.getFirst().replaceFirst("^/", "")));
    return isText ? Optional.empty() : Optional.of(Refusal.WRONG_TYPE);
  }

  private static void type(Map<String, String> of, Map<String, String> types) {
    String type = of.getOrDefault("ContentType", "");
    types.put(of.getOrDefault("PartName", "." + of.getOrDefault("Extension", "")), type);
  }

  private static void main(Map<String, String> of, List<String> main) {
    if (of.getOrDefault("Type", "").endsWith("/officeDocument")) {
      main.add(of.getOrDefault("Target", ""));
    }
  }

  private static boolean isActiveType(String type) {
    String small = type.toLowerCase(Locale.ROOT);
    return ACTIVE_TYPES.stream().anyMatch(small::contains);
  }

  private static boolean isActive(String part) {
    String small = "/" + part.toLowerCase(Locale.ROOT);
    return ACTIVE_PARTS.stream().anyMatch(small::contains);
  }

  /** One part, element by element. */
  private static final class Look implements StrictXml.Reader {

    private final boolean hasRelations;
    private final WordFields fields = new WordFields();
    private boolean isActive;
    private boolean isInInstruction;

    Look(String part) {
      hasRelations = part.endsWith(".rels");
    }

    boolean isActive() {
      return isActive || fields.areActive();
    }

    @Override
    public void begins(String name, Map<String, String> attributes) {
      isInInstruction = name.equals("instrText") || name.equals("delInstrText");
      isActive |= ACTIVE_ELEMENTS.contains(name);
      if (hasRelations && name.equals("Relationship")) {
        isActive |= isActiveRelation(attributes);
      } else if (name.equals("fldSimple")) {
        fields.simple(attributes.getOrDefault("instr", ""));
      } else if (name.equals("fldChar")) {
        fields.mark(attributes.getOrDefault("fldCharType", ""));
      }
    }

    @Override
    public void text(String text) {
      if (isInInstruction) {
        fields.instruction(text);
      }
    }

    @Override
    public void ends(String name) {
      isInInstruction = false;
    }

    private static boolean isActiveRelation(Map<String, String> of) {
      String type = of.getOrDefault("Type", "");
      String word = type.substring(type.lastIndexOf('/') + 1);
      String target = of.getOrDefault("Target", "");
      boolean isElsewhere =
          "External".equals(of.get("TargetMode"))
              ? !(word.equals("hyperlink") && OfficeZip.isLink(target))
              : !(OfficeZip.isInside(target.replaceFirst("^(\\.\\./)+", ""))
                  || target.startsWith("#"));
      return isElsewhere || ACTIVE_RELATIONS.contains(word);
    }
  }
}
