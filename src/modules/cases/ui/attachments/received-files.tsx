/* Files that came with a referral: each is opened by itself with the key that came for it, and each opening is a look that the sender's team sees. */
import { useState } from 'react'
import { Button } from '../../../../app/kit/button.tsx'
import { PrintMark } from '../../../../app/kit/print-mark.tsx'
import { useWords } from '../../../../app/words.ts'
import { type ReceivedFile, unpackedFiles } from './package-files.ts'
import { ShownFile } from './shown-file.tsx'
import './attachments.css'

interface Props {
  readonly referral: string
  /** As it stood in the package. */
  readonly packed: string | undefined
  /** Stands on the paper. */
  readonly code: string
}
export function ReceivedFiles({ referral, packed, code }: Props) {
  const { t } = useWords()
  const files = unpackedFiles(packed)
  if (files.length === 0) return null
  return (
    <div className="stack">
      <PrintMark code={code} />
      <strong>{t('files.received')}</strong>
      {files.map((file) => (
        <One key={file.head.attachment} {...{ referral, code, file }} />
      ))}
    </div>
  )
}
function One({ referral, code, file }: Omit<Props, 'packed'> & { readonly file: ReceivedFile }) {
  const { t } = useWords()
  const [isOpen, setIsOpen] = useState(false)
  const { head, vault } = file
  return (
    <article className="file-line">
      <b className="sealed-words" translate="no">
        {t(`files.kind.${head.kind}`)}
        {head.title !== '' && ` · ${head.title}`}
      </b>
      {isOpen ? (
        <ShownFile
          {...{ head, code, path: `/api/referrals/${referral}/files/${head.attachment}`, place: { caseId: file.case, vault } }}
          close={() => setIsOpen(false)}
        />
      ) : (
        <div className="form-actions">
          <Button onClick={() => setIsOpen(true)}>{t('files.open')}</Button>
        </div>
      )}
    </article>
  )
}
