/* Holds of one site: laid at once by a scheme, a committee, a service or the ministry; lifted by who laid them, or by the ministry. */
import { useState } from 'react'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { DateField, LongTextField } from '../../../../app/kit/field.tsx'
import { Panel } from '../../../../app/kit/panel.tsx'
import { mayOpen, useMe } from '../../../../app/who.ts'
import { useWords, wordOr } from '../../../../app/words.ts'
import type { SitePage } from '../../domain/register/answers.ts'

export function HoldsPanel({ site }: { readonly site: SitePage }) {
  const { t } = useWords()
  const may = mayOpen('sites.hold', useMe().data)
  return (
    <Panel title={t('hold.title')} aside={may && <LayHold site={site.id} />}>
      {site.holds.length === 0 && <p className="small">{t('hold.none')}</p>}
      <ul className="plain-list stack" style={{ gap: 10 }}>
        {site.holds.map((hold) => (
          <li key={hold.hold} className="row">
            <span className="grow">
              <b>{wordOr(`hold.by.${hold.by}`, hold.by)}</b> ·{' '}
              {hold.liftedOn === null ? t('hold.running', { from: hold.from }) : t('hold.lifted', { from: hold.from, on: hold.liftedOn })}
              <br />
              {hold.reason}
            </span>
            {may && hold.liftedOn === null && <LiftHold site={site.id} hold={hold.hold} />}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function LayHold({ site }: { readonly site: string }) {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  const [from, setFrom] = useState(todayHere)
  return (
    <ActDialog
      title={t('hold.lay')}
      explain={t('hold.lay.explain')}
      go={t('hold.lay')}
      kind="danger"
      path={`/api/sites/${site}/holds`}
      data={reason.trim() === '' || from === '' ? null : { reason: reason.trim(), from }}
    >
      <LongTextField
        label={t('hold.reason')}
        hint={t('hold.reason.hint')}
        value={reason}
        onValue={setReason}
        maxLength={400}
        required
        rows={3}
      />
      <DateField label={t('hold.from')} value={from} onValue={setFrom} max={todayHere()} required />
    </ActDialog>
  )
}

function LiftHold({ site, hold }: { readonly site: string; readonly hold: string }) {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  const [on, setOn] = useState(todayHere)
  return (
    <ActDialog
      title={t('hold.lift')}
      explain={t('hold.lift.explain')}
      go={t('hold.lift')}
      kind="plain"
      path={`/api/sites/${site}/lifted-holds`}
      data={reason.trim() === '' || on === '' ? null : { hold, on, reason: reason.trim() }}
    >
      <DateField label={t('hold.on')} value={on} onValue={setOn} max={todayHere()} required />
      <LongTextField label={t('hold.reason')} value={reason} onValue={setReason} maxLength={400} required rows={3} />
    </ActDialog>
  )
}
