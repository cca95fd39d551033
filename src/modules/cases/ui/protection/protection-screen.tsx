/*
Desk of who protects data: how long each case is kept and what holds it, emergency access, and every look with marks where something is out of the
ordinary. Codes of cases, colleagues, days and kinds of look; what a case is about stands nowhere here.
*/
import { useState } from 'react'
import { useAnswer, useCommand } from '../../../../app/ask.ts'
import { AppLink } from '../../../../app/kit/button.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Panel, Source } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { instantText } from '../../../../app/kit/values.tsx'
import { useWords } from '../../../../app/words.ts'
import { dateText } from '../../../../kernel/phrase.ts'
import { refused } from '../../../../kernel/outcome.ts'
import type { ProtectedCase, ProtectedCases } from '../../contract-protection.ts'
import { useColleagues } from '../file/colleagues.ts'
import { StepForm } from '../steps/step-form.tsx'
import { protectionSteps } from './hold-steps.ts'
import { LooksPanel } from './looks-panel.tsx'
import { type Paged, Pages, pageOf } from './pages.tsx'

export function ProtectionScreen() {
  const { t } = useWords()
  const { data, answer, error, loading, again } = useAnswer<ProtectedCases>('/api/cases/protected')
  const [page, setPage] = useState(0)
  const sorted = (data?.cases ?? []).toSorted((a, b) => (a.caseDueOn ?? '9999').localeCompare(b.caseDueOn ?? '9999'))
  const shown: Paged = { page, size: 25, of: sorted.length }
  return (
    <Page {...{ title: t('protection.title'), under: t('protection.under'), answer }}>
      {loading && <Loading />}
      {error && data === undefined && <ErrorState error={error} again={again} />}
      {data && (
        <Panel title={t('protection.schedule')}>
          <div className="stack">
            {sorted.length === 0 && <EmptyState title={t('protection.none')} />}
            <ul className="plain-list stack">
              {pageOf(sorted, shown).map((one) => (
                <li key={one.case}>
                  <One one={one} />
                </li>
              ))}
            </ul>
            <Pages paged={shown} onPage={setPage} />
            <p className="small">{t('protection.kept', { n: data.keptKeys })}</p>
            <p>
              <AppLink to="/consent-overrides">{t('protection.overrides')}</AppLink>
            </p>
            <Source>{t('protection.schedule.source')}</Source>
          </div>
        </Panel>
      )}
      {data && <LooksPanel codes={new Map(data.cases.map((one) => [one.case, one.subject]))} />}
    </Page>
  )
}

function One({ one }: { readonly one: ProtectedCase }) {
  const { t } = useWords()
  const { person } = useColleagues()
  const { send } = useCommand<object>(`/api/cases/${one.case}/protection`)
  const work = { send: (all: readonly object[]) => send({ all }), seal: () => Promise.resolve(refused('vault-not-there')) }
  const glass = one.glass.filter((each) => each.state === 'asked' || each.state === 'approved')
  return (
    <details>
      <summary>
        <span className="code">{one.subject}</span> ·{' '}
        {one.caseDueOn === null ? t('protection.not-yet') : t('protection.due', { day: dateText(one.caseDueOn) })}
        {one.isHeld && <strong> · {t('protection.held')}</strong>}
        {glass.length > 0 && <strong> · {t('protection.glass', { n: glass.length })}</strong>}
      </summary>
      <div className="stack">
        {one.witnessDueOn !== null && <p>{t('protection.witness', { day: dateText(one.witnessDueOn) })}</p>}
        {one.evidenceDueOn !== null && <p>{t('protection.evidence', { day: dateText(one.evidenceDueOn) })}</p>}
        {glass.map((each) => (
          <p key={each.request}>
            {person(each.by)} · {instantText(each.askedAt)} {each.until !== null && t('protection.until', { day: instantText(each.until) })}
          </p>
        ))}
        <StepForm work={work} steps={protectionSteps(one)} />
      </div>
    </details>
  )
}
