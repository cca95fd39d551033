/*
Papers and photographs of a site. A file is checked by the server before anything is attached: what is not what it says it is gets a
clear answer, and the title that was typed stays. A photograph keeps its place only when whoever attaches it says that it is evidence.
*/
import { useState } from 'react'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { LongTextField } from '../../../../app/kit/field.tsx'
import { Panel } from '../../../../app/kit/panel.tsx'
import { DateText, InstantText } from '../../../../app/kit/values.tsx'
import { mayOpen, useMe } from '../../../../app/who.ts'
import { useWords } from '../../../../app/words.ts'
import { AttachDialog } from './attach-dialog.tsx'
import type { DocumentShown, RegisterPage } from '../../domain/register/register-answers.ts'

export function DocumentsPanel({ page, mayEdit }: { readonly page: RegisterPage; readonly mayEdit: boolean }) {
  const { t } = useWords()
  const me = useMe().data
  const mayRead = mayOpen('sites.exact-position', me)
  return (
    <Panel title={t('register.documents')} aside={mayEdit && <AttachDialog site={page.site} />}>
      {page.documents.length === 0 && <p className="ink-3">{t('register.documents.none')}</p>}
      {page.documents.length > 0 && !mayRead && <p className="small">{t('register.documents.not-cleared')}</p>}
      <ul className="plain-list stack">
        {page.documents.map((one) => (
          <DocumentLine key={one.document} one={one} site={page.site} mayRead={mayRead} mayEdit={mayEdit} />
        ))}
      </ul>
    </Panel>
  )
}

interface LineProps {
  readonly one: DocumentShown
  readonly site: string
  readonly mayRead: boolean
  readonly mayEdit: boolean
}
function DocumentLine({ one, site, mayRead, mayEdit }: LineProps) {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  const { attachment, withdrawnAt, withdrawReason, datedOn } = one
  const address = `/api/sites/${one.site}/documents/${attachment.file.sha256}`
  const opens = mayRead && withdrawnAt === null
  return (
    <li className="stack" style={{ gap: 4 }}>
      <span>
        {opens ? (
          <a href={address} target="_blank" rel="noreferrer">
            {attachment.title}
          </a>
        ) : (
          attachment.title
        )}{' '}
        <span className="small">
          {t(`register.kind.${attachment.kind}`)} · {Math.ceil(attachment.file.bytes / 1000)} ko
        </span>
      </span>
      {opens && attachment.kind === 'photo' && (
        <img src={address} alt={attachment.title} loading="lazy" style={{ maxWidth: '100%', maxHeight: 240, objectFit: 'contain' }} />
      )}
      <span className="small">
        {datedOn !== null && (
          <>
            <DateText date={datedOn} /> ·{' '}
          </>
        )}
        {t('register.documents.attached')} <InstantText at={one.attachedAt} />
        {attachment.position && ` · ${attachment.position.latitude.toFixed(4)}, ${attachment.position.longitude.toFixed(4)}`}
        {withdrawnAt !== null && ` · ${t('register.documents.withdrawn', { reason: withdrawReason ?? '' })}`}
      </span>
      {mayEdit && withdrawnAt === null && (
        <div className="no-print">
          <ActDialog
            title={t('register.documents.withdraw')}
            explain={t('register.documents.withdraw.explain')}
            go={t('register.documents.withdraw')}
            kind="plain"
            path={`/api/sites/${site}/withdrawn-documents`}
            data={reason.trim() === '' ? null : { document: one.document, reason: reason.trim() }}
          >
            <LongTextField label={t('register.reason')} value={reason} onValue={setReason} rows={2} maxLength={400} required />
          </ActDialog>
        </div>
      )}
    </li>
  )
}
