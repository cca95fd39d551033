/*
Every look at the cases of one's body, newest first, by pages: when, who, what, and the code of the case as everybody in the house calls it. Marks where
something is out of the ordinary come from the server, which counts all of them and not only this page.
*/
import { useState } from 'react'
import { useAnswer } from '../../../../app/ask.ts'
import { SelectField } from '../../../../app/kit/field.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { instantText } from '../../../../app/kit/values.tsx'
import { useWords } from '../../../../app/words.ts'
import { dateText } from '../../../../kernel/phrase.ts'
import type { CaseViews } from '../../contract.ts'
import type { ViewAlerts } from '../../contract-breach.ts'
import { LOOKS_ON_A_PAGE } from '../../domain/access/looks-page.ts'
import { useColleagues } from '../file/colleagues.ts'
import { lookLabels, looksFound } from './looks.ts'
import { Pages } from './pages.tsx'

/** `codes`: of cases that stand, by number. One that was forgotten has none any more. */
export function LooksPanel({ codes }: { readonly codes: ReadonlyMap<string, string> }) {
  const { t } = useWords()
  const [page, setPage] = useState(0)
  const { data, error, again, loading } = useAnswer<CaseViews>(`/api/case-views?page=${page}`)
  const alerts = useAnswer<ViewAlerts>('/api/case-view-alerts')
  return (
    <Panel title={t('looks.title')}>
      <div className="stack">
        <Unusual alerts={alerts.data?.alerts ?? []} />
        {error && data === undefined && <ErrorState error={error} again={again} />}
        {loading && data === undefined && <Loading />}
        {data && <Looks {...{ codes, views: data.views }} />}
        {data && (
          <Pages
            // Only this page is known: a full one leads on.
            paged={{ page, size: LOOKS_ON_A_PAGE, of: page * LOOKS_ON_A_PAGE + data.views.length + (isFull(data) ? 1 : 0) }}
            onPage={setPage}
          />
        )}
        {alerts.data && (
          <Source>
            {t('looks.source', { n: alerts.data.rules.leastFiles, times: alerts.data.rules.timesUsual, mark: alerts.data.rules.evidence })}
          </Source>
        )}
      </div>
    </Panel>
  )
}
const isFull = ({ views }: CaseViews): boolean => views.length >= LOOKS_ON_A_PAGE

function Unusual({ alerts }: Pick<ViewAlerts, 'alerts'>) {
  const { t } = useWords()
  const { person } = useColleagues()
  return alerts.slice(0, 10).map((one) => (
    <Note key={`${one.account} ${one.on} ${one.kind}`} tone="red">
      {t(`looks.${one.kind}`, { who: person(one.account), day: dateText(one.on), n: one.files, usual: one.usual })}
    </Note>
  ))
}

function Looks({ codes, views }: { readonly codes: ReadonlyMap<string, string>; readonly views: CaseViews['views'] }) {
  const { t, language } = useWords()
  const { person } = useColleagues()
  const [what, setWhat] = useState('')
  const [account, setAccount] = useState('')
  const kinds = [...new Set(views.map((one) => one.what))].toSorted()
  const lookers = [...new Set(views.map((one) => String(one.account)))].map((value) => ({ value, label: person(value) }))
  const found = looksFound(views, { what, account })
  return (
    <>
      <div className="row tight no-print">
        <SelectField
          label={t('looks.what')}
          value={what}
          options={[
            { value: '', label: t('looks.all') },
            ...kinds.map((value) => ({ value, label: lookLabels[value]?.[language] ?? value })),
          ]}
          onValue={setWhat}
        />
        <SelectField
          label={t('looks.account')}
          value={account}
          options={[{ value: '', label: t('looks.everybody') }, ...lookers.toSorted((a, b) => a.label.localeCompare(b.label))]}
          onValue={setAccount}
        />
      </div>
      {found.length === 0 && <EmptyState title={t('looks.none')} />}
      <ul className="plain-list">
        {found.map((view, at) => (
          <li key={`${view.at} ${view.account} ${at}`} className="small">
            {instantText(view.at)} · {person(view.account)} · {lookLabels[view.what]?.[language] ?? view.what}
            {view.case !== undefined && <span className="code"> {codes.get(view.case) ?? t('looks.forgotten')}</span>}
          </li>
        ))}
      </ul>
    </>
  )
}
