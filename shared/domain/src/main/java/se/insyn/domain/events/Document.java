package se.insyn.domain.events;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.json.Members;

/** Dokument: a PDF file, or a text such as a journal note; never both, never neither. */
public record Document(
    Fact fact,
    String title,
    DocumentType documentType,
    @Nullable String typeName,
    @Nullable String author,
    @Nullable EventId replacesId,
    @Nullable String text,
    @Nullable StoredFile file)
    implements CaseEvent {

  static Document from(Members data) {
    var document =
        new Document(
            Fact.from(data),
            data.text("title", Texts.LINE),
            data.code("documentType", DocumentType.class),
            data.optionalText("typeName", Texts.WORD),
            data.optionalText("author", Texts.WORD),
            Texts.reference(data, "replacesId"),
            data.optionalProse("text", Texts.WHOLE),
            data.optionalObject("file", StoredFile::from));
    if (data.has("text") == data.has("file")) {
      data.wrong(data.has("text") ? "file" : "text", "exactly one of text and file is required");
    }
    return document;
  }

  @Override
  public Kind kind() {
    return Kind.DOCUMENT;
  }

  @Override
  public @Nullable EventId parent() {
    return replacesId;
  }

  @Override
  public Map<String, EventId> references() {
    return new Named().by("replacesId", replacesId).ids();
  }

  @Override
  public Shown listed() {
    return new Shown()
        .put("documentType", documentType)
        .put("typeName", typeName)
        .put("author", author)
        .put("hasFile", file != null);
  }

  @Override
  public Shown shownTo(Onlooker viewer) {
    return new Shown()
        .put("title", title)
        .put("documentType", documentType)
        .put("typeName", typeName)
        .put("author", author)
        .put("replacesId", replacesId)
        .put("text", text)
        .put("file", file == null ? null : file.shown());
  }
}
