/*
Desk of who protects data: how long each case is kept and what holds it, emergency access, and every look with marks where something is out of the
ordinary. Numbers of cases and accounts, days and kinds of look; what a case is about stands nowhere here.
*/
import { useState } from 'react'
import { useAnswer, useCommand } from '../../../../app/ask.ts'
import { AppLink } from '../../../../app/kit/button.tsx'
import { SelectField, TextField } from '../../../../app/kit/field.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { instantText } from '../../../../app/kit/values.tsx'
import { useWords } from '../../../../app/words.ts'
import { refused } from '../../../../kernel/outcome.ts'
import type { CaseViews } from '../../contract.ts'
import type { ProtectedCase, ProtectedCases } from '../../contract-protection.ts'
import { firstUnusualRules, unusualViews } from '../../domain/emergency/unusual-views.ts'
import { StepForm } from '../steps/step-form.tsx'
import { protectionSteps } from './hold-steps.ts'
import { lookLabels, looksFound } from './looks.ts'

export function ProtectionScreen() {
  const { t } = useWords()
  const { data, answer, error, loading, again } = useAnswer<ProtectedCases>('/api/cases/protected')
  const views = useAnswer<CaseViews>('/api/case-views')
  const sorted = (data?.cases ?? []).toSorted((a, b) => (a.caseDueOn ?? '9999').localeCompare(b.caseDueOn ?? '9999'))
  return (
    <Page {...{ title: t('protection.title'), under: t('protection.under'), answer }}>
      {loading && <Loading />}
      {error && data === undefined && <ErrorState error={error} again={again} />}
      {data && (
        <Panel title={t('protection.schedule')}>
          <div className="stack">
            {sorted.length === 0 && <EmptyState title={t('protection.none')} />}
            <ul className="plain-list stack">
              {sorted.map((one) => (
                <li key={one.case}>
                  <One one={one} />
                </li>
              ))}
            </ul>
            <p className="small">{t('protection.kept', { n: data.keptKeys })}</p>
            <p>
              <AppLink to="/consent-overrides">{t('protection.overrides')}</AppLink>
            </p>
            <Source>{t('protection.schedule.source')}</Source>
          </div>
        </Panel>
      )}
      {views.error && views.data === undefined && <ErrorState error={views.error} again={views.again} />}
      {views.data && <Looks views={views.data} />}
    </Page>
  )
}

function One({ one }: { readonly one: ProtectedCase }) {
  const { t } = useWords()
  const { send } = useCommand<object>(`/api/cases/${one.case}/protection`)
  const work = { send: (all: readonly object[]) => send({ all }), seal: () => Promise.resolve(refused('vault-not-there')) }
  const glass = one.glass.filter((each) => each.state === 'asked' || each.state === 'approved')
  return (
    <details>
      <summary>
        <span className="code">{one.subject}</span> · {t('protection.due', { day: one.caseDueOn ?? t('protection.not-yet') })}
        {one.isHeld && <strong> · {t('protection.held')}</strong>}
        {glass.length > 0 && <strong> · {t('protection.glass', { n: glass.length })}</strong>}
      </summary>
      <div className="stack">
        {one.witnessDueOn !== null && <p>{t('protection.witness', { day: one.witnessDueOn })}</p>}
        {one.evidenceDueOn !== null && <p>{t('protection.evidence', { day: one.evidenceDueOn })}</p>}
        {glass.map((each) => (
          <p key={each.request}>
            {each.by.slice(-4)} · {instantText(each.askedAt)}{' '}
            {each.until !== null && t('protection.until', { day: instantText(each.until) })}
          </p>
        ))}
        <StepForm work={work} steps={protectionSteps(one)} />
      </div>
    </details>
  )
}

function Looks({ views }: { readonly views: CaseViews }) {
  const { t, language } = useWords()
  const [what, setWhat] = useState('')
  const [account, setAccount] = useState('')
  const unusual = unusualViews(views.views.map((view) => ({ account: view.account, case: view.case ?? '', at: view.at })))
  const kinds = [...new Set(views.views.map((one) => one.what))].toSorted()
  const found = looksFound(views.views, { what, account })
  return (
    <Panel title={t('looks.title')}>
      <div className="stack">
        {unusual.slice(0, 10).map((one) => (
          <Note key={`${one.account} ${one.on} ${one.kind}`} tone="red">
            {t(`looks.${one.kind}`, { who: one.account.slice(-4), day: one.on, n: one.files, usual: one.usual })}
          </Note>
        ))}
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
          <TextField label={t('looks.account')} value={account} onValue={setAccount} />
        </div>
        {found.length === 0 && <EmptyState title={t('looks.none')} />}
        <ul className="plain-list">
          {found.slice(0, 300).map((view, at) => (
            <li key={`${view.at} ${view.account} ${at}`} className="small">
              {instantText(view.at)} · {view.account.slice(-4)} · {lookLabels[view.what]?.[language] ?? view.what}
              {view.case !== undefined && <span className="code"> {view.case.slice(-6)}</span>}
            </li>
          ))}
        </ul>
        {found.length > 300 && <p className="small">{t('looks.more', { n: found.length - 300 })}</p>}
        <Source>{t('looks.source', { n: firstUnusualRules.leastFiles, mark: firstUnusualRules.evidence })}</Source>
      </div>
    </Panel>
  )
}
