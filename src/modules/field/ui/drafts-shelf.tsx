/* Drafts: what was begun here, of which site and how long ago. */
import { useEffect, useState } from 'react'
import { useAnswer } from '../../../app/ask.ts'
import { LinkButton } from '../../../app/kit/button.tsx'
import { ageText, todayHere } from '../../../app/kit/clock.ts'
import { EmptyState } from '../../../app/kit/states.tsx'
import { instantText } from '../../../app/kit/values.tsx'
import { useWords } from '../../../app/words.ts'
import { type KeptDraft, keptDrafts, photosOf } from './kept-drafts.ts'

export function DraftsShelf() {
  const { t } = useWords()
  const [drafts] = useState(() => keptDrafts())
  if (drafts.length === 0) {
    return (
      <EmptyState title={t('phone.drafts.none')}>
        <p>{t('phone.drafts.none.do')}</p>
        <LinkButton to="/field/shelf/new">{t('phone.shelf.new')}</LinkButton>
      </EmptyState>
    )
  }
  return (
    <ul className="shelf-items">
      {drafts.map((draft) => (
        <Draft key={draft.key} draft={draft} />
      ))}
    </ul>
  )
}

function Draft({ draft }: { readonly draft: KeptDraft }) {
  const { t } = useWords()
  const [photos, setPhotos] = useState(0)
  useEffect(() => void photosOf(draft).then(setPhotos), [draft])
  const what =
    draft.kind === 'other'
      ? t('phone.drafts.other')
      : draft.form === null
        ? t('phone.drafts.answers')
        : t('phone.drafts.form', { form: draft.form })
  return (
    <li>
      <div className="row tight">
        <b>{draft.inspection === '' ? what : <NameOfSite inspection={draft.inspection} otherwise={what} />}</b>
        {draft.to !== null && (
          <LinkButton kind="primary" to={draft.to} search={draft.search ?? {}}>
            {t('phone.drafts.go-on')}
          </LinkButton>
        )}
      </div>
      <div className="small">
        {[
          ...(draft.inspection === '' ? [] : [what]),
          ...(draft.savedAt === null
            ? []
            : [
                `${t('phone.drafts.changed', { age: ageText(t, draft.savedAt.slice(0, 10), todayHere()) })} (${instantText(draft.savedAt)})`,
              ]),
          ...(photos === 0 ? [] : [t('phone.drafts.photos', { n: photos })]),
        ].join(' · ')}
      </div>
    </li>
  )
}

function NameOfSite({ inspection, otherwise }: { readonly inspection: string; readonly otherwise: string }) {
  return useAnswer<{ readonly name: string }>(`/api/inspections/${inspection}`).data?.name ?? otherwise
}
