/* How old this device's knowledge is: of revocations for one certificate, and of the lists as such. Never silent, because a
   verdict without network is only as good as the day of its lists. */
import { useState } from 'react'
import { Button } from '../../../../app/kit/button.tsx'
import { Note } from '../../../../app/kit/panel.tsx'
import { instantText } from '../../../../app/kit/values.tsx'
import { dateText } from '../../../../kernel/phrase.ts'
import { useWords } from '../../../../app/words.ts'
import type { Verification } from '../../domain/verify.ts'
import type { ListsHere } from './use-lists.ts'

/** Beside a verdict: "Not revoked as of …; this list is 9 days old." */
export function RevocationNote({ answer, here }: { readonly answer: Verification; readonly here: ListsHere }) {
  const { t } = useWords()
  if (answer.facts === null) return null
  const old = answer.reasons.some((reason) => reason.code === 'revocation-list-is-old' || reason.code === 'key-list-is-old')
  const { asOf } = answer
  const ageDays = answer.ageDays ?? 0
  const tone = asOf === null || old || ageDays > 1 ? 'warn' : 'calm'
  return (
    <Note tone={tone}>
      <div className="row tight">
        <span className="grow">
          {asOf === null && t('verify-page.revocation.unknown')}
          {asOf !== null && answer.verdict !== 'revoked' && (
            <>
              {t('verify-page.revocation.not')} <b>{t('verify-page.revocation.asOf', { asOf: dateText(asOf) })}</b>.{' '}
            </>
          )}
          {asOf !== null && (ageDays === 0 ? t('verify-page.list.today') : t('verify-page.list.age', { n: ageDays }))}
          {old && <b> {t('verify-page.list.old')}</b>}
        </span>
        <Refresh here={here} />
      </div>
    </Note>
  )
}

/** Without a verdict: what this device can do alone. */
export function ListState({ here }: { readonly here: ListsHere }) {
  const { t } = useWords()
  const empty = here.lists !== null && here.lists.trust.length === 0
  return (
    <>
      {here.problem === 'another-root-key' && (
        <Note tone="red" live>
          {t('verify-page.list.another-root')}
        </Note>
      )}
      {here.problem === 'signature-does-not-fit' && (
        <Note tone="red" live>
          {t('verify-page.list.not-signed')}
        </Note>
      )}
      {empty && !here.fetching && (
        <Note tone="red" live>
          {t('verify-page.list.none')} <Refresh here={here} />
        </Note>
      )}
      {here.fetchedAt !== null && (
        <div className="small row tight">
          <span className="grow">{t('verify-page.list.kept', { when: instantText(here.fetchedAt) })}</span> <Refresh here={here} />
        </div>
      )}
    </>
  )
}

function Refresh({ here }: { readonly here: ListsHere }) {
  const { t } = useWords()
  const [asked, setAsked] = useState(false)
  const again = () => {
    setAsked(true)
    here.refresh()
  }
  return (
    <>
      <Button kind="quiet" busy={here.fetching} onClick={again} className="no-print">
        {t('verify-page.list.refresh')}
      </Button>
      {asked && here.problem === 'offline' && (
        <span className="small" role="status">
          {t('verify-page.list.offline')}
        </span>
      )}
    </>
  )
}
