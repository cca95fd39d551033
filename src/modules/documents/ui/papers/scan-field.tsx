/* The copy of a signed paper, and the beginning of its hash once it is kept. */
import { FileField } from '../../../../app/kit/file-field.tsx'
import { useWords } from '../../../../app/words.ts'
import type { DocumentRef } from '../../contract.ts'

export function ScanField({ scan, onScan }: { readonly scan: DocumentRef | null; readonly onScan: (scan: DocumentRef | null) => void }) {
  const { t } = useWords()
  const hint = scan === null ? t('papers.scan.hint') : `${t('papers.scan.kept')} ${scan.sha256.slice(0, 12)}`
  return <FileField<DocumentRef> label={t('papers.scan')} hint={hint} onKept={onScan} />
}
