/*
What a caseworker sees first: cases by risk and clock, each by its drawn code. No name is here and none can be looked for, except in texts that this
person has opened on this device since the key was unlocked.
*/
import { useState } from 'react'
import { useAnswer } from '../../../../app/ask.ts'
import { AppLink, Button, LinkButton } from '../../../../app/kit/button.tsx'
import { TextField } from '../../../../app/kit/field.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Panel, Source } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { Toolbar } from '../../../../app/kit/toolbar.tsx'
import { SelectField } from '../../../../app/kit/field.tsx'
import { mayOpen, useMe } from '../../../../app/who.ts'
import { useWords } from '../../../../app/words.ts'
import type { CaseList } from '../../contract.ts'
import { caseStateLabels, caseTypeLabels, waitLabels } from '../../domain/case/case-labels.ts'
import { CaseState, CaseType } from '../../domain/case/case-words.ts'
import { say } from '../../domain/label.ts'
import { PhoneSafety } from '../emergency/phone-safety.tsx'
import { HandoversPanel } from '../handover/handovers-panel.tsx'
import type { Unlocked } from '../../../../app/sealing/unlocked.ts'
import { useUnlocked } from '../../../../app/sealing/use-unlocked.ts'
import { DueText, RiskMark } from './marks.tsx'
import { type ListFilter, type WorkLine, workLines } from './work-lines.ts'

const filters: readonly ListFilter[] = ['all', 'mine', 'late', 'waits']

export function CaseListScreen() {
  const { t } = useWords()
  const me = useMe().data
  const asked = useAnswer<CaseList>('/api/cases')
  const [filter, setFilter] = useState<ListFilter>('all')
  const unlocked = useUnlocked()
  const { data, answer, error, loading, again } = asked
  const lines = data ? workLines(data, filter) : []
  return (
    <Page
      {...{ title: t('cases.title'), under: t('cases.under'), answer }}
      discreet
      actions={
        mayOpen('cases.work', me) && (
          <LinkButton to="/cases/new" kind="primary">
            {t('cases.open')}
          </LinkButton>
        )
      }
    >
      {loading && <Loading />}
      {error && data === undefined && <ErrorState error={error} again={again} />}
      {data && data.cases.length === 0 && <EmptyState title={t('cases.none')}>{t('cases.none.hint')}</EmptyState>}
      {data && data.cases.length > 0 && (
        <>
          <Toolbar label={t('cases.filter')}>
            <SelectField
              label={t('cases.filter')}
              value={filter}
              options={filters.map((value) => ({ value, label: t(`cases.filter.${value}`) }))}
              onValue={setFilter}
            />
          </Toolbar>
          {lines.length === 0 && <EmptyState title={t('cases.none.here')} />}
          <ul className="case-list">
            {lines.map((line) => (
              <li key={line.item.case}>
                <Card line={line} now={data.asOf} />
              </li>
            ))}
          </ul>
          {data.cases.length >= data.most && <p className="small">{t('cases.most', { n: data.most })}</p>}
          {unlocked !== null && <SearchOpened unlocked={unlocked} />}
        </>
      )}
      <Source>{t('cases.order')}</Source>
      <Handovers />
      <PhoneSafety />
    </Page>
  )
}

/** Each look at them is kept, so they are asked for when somebody wants them. */
function Handovers() {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  if (open) return <HandoversPanel />
  return (
    <div className="no-print">
      <Button onClick={() => setOpen(true)}>{t('handover.title')}</Button>
    </div>
  )
}

function Card({ line, now }: { readonly line: WorkLine; readonly now: string }) {
  const { t, language } = useWords()
  const { item, next, late } = line
  const type = CaseType.options.find((one) => one === item.type)
  const state = CaseState.options.find((one) => one === item.state)
  return (
    <AppLink to={`/cases/${item.case}`} className={`case-card ${item.level}`}>
      <span className="row tight">
        <span className="code grow">{item.subject}</span>
        <RiskMark level={item.level} isRated={item.isRated} />
      </span>
      <span>{next === null ? t('cases.nothing-due') : <DueText face={next} now={now} />}</span>
      {late > 1 && <span className="case-late small">{t('cases.late', { n: late })}</span>}
      <span className="small">
        {[
          type === undefined ? '' : say(caseTypeLabels, type, language),
          state === undefined ? '' : say(caseStateLabels, state, language),
          item.isChild === true ? t('cases.child') : '',
          item.openReferrals > 0 ? t('cases.referrals', { n: item.openReferrals }) : '',
        ]
          .filter((one) => one !== '')
          .join(' · ')}
      </span>
      {item.hasConflict && <span className="case-late small">{t('cases.conflict')}</span>}
      {item.waits.length > 0 && (
        <span className="small">{t('cases.waits', { what: item.waits.map((one) => say(waitLabels, one, language)).join(', ') })}</span>
      )}
    </AppLink>
  )
}

/** What is typed here goes nowhere; there is no index. */
export function SearchOpened({ unlocked }: { readonly unlocked: Unlocked }) {
  const { t } = useWords()
  const [asked, setAsked] = useState('')
  const found = asked.trim() === '' ? null : unlocked.search(asked)
  return (
    <Panel title={t('cases.search')}>
      <div className="stack">
        <TextField
          {...{ label: t('cases.search.words'), hint: t('cases.search.hint'), value: asked, onValue: setAsked }}
          type="search"
          autoComplete="off"
          spellCheck={false}
        />
        {found?.ok && found.value.length === 0 && <p className="small">{t('cases.search.none')}</p>}
        {found?.ok && found.value.length > 0 && (
          <ul className="plain-list stack">
            {found.value.map((hit) => (
              <li key={`${hit.caseId} ${hit.id}`} translate="no">
                <AppLink to={`/cases/${hit.caseId}`}>{hit.around}</AppLink>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Panel>
  )
}
