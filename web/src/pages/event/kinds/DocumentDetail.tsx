import type { Document } from '../../../api/shapes';
import { Facts } from '../../../components/Facts/Facts';
import { OfficeText } from '../../../components/OfficeText/OfficeText';
import { fileSize } from '../../../format/format';
import { useSay } from '../../../language/language';
import { useWord } from '../../../words/words';

/** Dokument: the PDF in a new tab, or the journal note in full. */
export function DocumentDetail({ of }: { of: Document }) {
  const say = useSay();
  const word = useWord();
  return (
    <>
      <Facts
        of={[
          [
            say('document.type'),
            of.typeName === undefined ? (
              word('documentType', of.documentType)
            ) : (
              <OfficeText>{of.typeName}</OfficeText>
            ),
          ],
          [
            say('document.author'),
            of.author === undefined ? undefined : <OfficeText>{of.author}</OfficeText>,
          ],
        ]}
      />
      {of.file === undefined ? null : (
        <p class="document-file">
          <a
            class="ds-button screen-only"
            href={`/api/cases/${encodeURIComponent(of.caseId)}/documents/${encodeURIComponent(of.id)}/file`}
            target="_blank"
            rel="noopener"
          >
            {say('document.open')}
          </a>
          <span class="small">{say('document.openHint', { size: fileSize(of.file.size) })}</span>
        </p>
      )}
      {of.text === undefined ? null : (
        <section class="part" aria-labelledby="document-text">
          <h2 class="ds-heading" data-size="sm" id="document-text">
            {say('document.text')}
          </h2>
          <OfficeText long>{of.text}</OfficeText>
        </section>
      )}
    </>
  );
}
