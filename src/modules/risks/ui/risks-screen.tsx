/* The register of risks and flags: filters by what it is about, by code, by state and by clock; recording one by hand. */
import { useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { madeId } from '../../../app/api.ts'
import { useAnswer } from '../../../app/ask.ts'
import { ActDialog } from '../../../app/kit/act-dialog.tsx'
import { AppLink, LinkButton } from '../../../app/kit/button.tsx'
import { todayHere } from '../../../app/kit/clock.ts'
import { type Column, DataTable } from '../../../app/kit/data-table.tsx'
import { LongTextField, SelectField } from '../../../app/kit/field.tsx'
import { Page } from '../../../app/kit/page.tsx'
import { Panel, Source } from '../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../app/kit/states.tsx'
import { useUrlState } from '../../../app/kit/url-state.ts'
import { DateText } from '../../../app/kit/values.tsx'
import { type Translate, useWords } from '../../../app/words.ts'
import type { EvidenceGrade, RiskCode, RiskState, RiskSummary, StopByIncident } from '../contract.ts'
import { ByIncident } from './by-incident.tsx'
import { RiskClock, RiskStateMark } from './risk-marks.tsx'
import { useSubject } from './subject-field.tsx'

const codes: readonly RiskCode[] = [
  'A1a',
  'A1b',
  'A1c',
  'A1d',
  'A1e',
  'A2',
  'A3',
  'A4',
  'A5',
  'A6',
  'L1',
  'L2',
  'L3',
  'L4',
  'S1',
  'S2',
  'C1',
]
const states: readonly RiskState[] = [
  'suspended',
  'plan-wanted',
  'plan-proposed',
  'monitored',
  'case-open',
  'watched',
  'lifted',
  'resolved',
  'closed',
]
const clocks = ['ending', 'late', 'running'] as const
const grades: readonly EvidenceGrade[] = ['alleged', 'reasonable', 'established']

/** `ending`: a plan within thirty days of its end; `late`: a case whose day has passed; `running`: any clock. */
function byClock(one: RiskSummary, clock: string | undefined): boolean {
  if (clock === 'ending') return one.daysLeft !== null && one.daysLeft <= 30
  if (clock === 'late') return one.state === 'case-open' && one.caseDueOn !== null && one.caseDueOn < todayHere()
  return clock !== 'running' || one.daysLeft !== null || one.caseDueOn !== null
}

interface Register {
  readonly risks: readonly RiskSummary[]
  readonly assesses: boolean
  readonly byIncident: readonly StopByIncident[]
}
/** The same filters as of risks; what stands still by an incident has no clock and no other state. */
const isAsked = (url: { readonly [name: string]: string }, { subject, codes: of }: StopByIncident): boolean =>
  (!url['about'] || subject.kind === url['about']) &&
  (!url['state'] || url['state'] === 'suspended') &&
  (!url['code'] || of.some((code) => code === url['code'])) &&
  !url['clock']

export function RisksScreen() {
  const { t } = useWords()
  const [url, change] = useUrlState()
  const { data, answer, error, again } = useAnswer<Register>('/api/risks')
  const rows = data?.risks.filter(
    (one) =>
      (!url['code'] || one.code === url['code']) &&
      (!url['state'] || one.state === url['state']) &&
      (!url['about'] || one.subject.kind === url['about']) &&
      byClock(one, url['clock']),
  )
  const tools = <Filters url={url} change={change} />
  return (
    <Page
      title={t('risks.title')}
      under={t('risks.explain')}
      answer={answer}
      actions={
        <>
          {data?.assesses && <RecordDialog />}
          <LinkButton to="/risk-screening">{t('screening.title')}</LinkButton>
        </>
      }
    >
      {data && <ByIncident stops={data.byIncident.filter((one) => isAsked(url, one))} />}
      <Panel>
        {error && <ErrorState error={error} again={again} />}
        {!data && !error && <Loading />}
        {rows?.length === 0 && <div className="toolbar">{tools}</div>}
        {rows && (
          <DataTable
            caption={t('risks.title')}
            file="risks"
            rows={rows}
            rowKey={(one) => one.risk}
            order="-recorded"
            tools={tools}
            columns={columnsOf(t)}
            empty={<EmptyState title={t('risks.none')}>{t('risks.none.do')}</EmptyState>}
          />
        )}
        <Source>{t('risks.source')}</Source>
      </Panel>
    </Page>
  )
}
function Filters({
  url,
  change,
}: {
  readonly url: { readonly [name: string]: string }
  readonly change: (to: { readonly [name: string]: string }) => void
}) {
  const { t } = useWords()
  const all = { value: '', label: t('operators.all') }
  return (
    <>
      <SelectField
        label={t('risks.subject')}
        value={url['about'] ?? ''}
        options={[all, ...(['organisation', 'site', 'route'] as const).map((value) => ({ value, label: t(`risks.subject.${value}`) }))]}
        onValue={(about) => change({ about })}
      />
      <SelectField
        label={t('risks.code')}
        value={url['code'] ?? ''}
        options={[all, ...codes.map((value) => ({ value, label: `${value} · ${t(`risks.code.${value}`)}` }))]}
        onValue={(code) => change({ code })}
      />
      <SelectField
        label={t('risks.state')}
        value={url['state'] ?? ''}
        options={[all, ...states.map((value) => ({ value, label: t(`risks.state.${value}`) }))]}
        onValue={(state) => change({ state })}
      />
      <SelectField
        label={t('risks.clock')}
        value={url['clock'] ?? ''}
        options={[all, ...clocks.map((value) => ({ value, label: t(`risks.clock.${value}`) }))]}
        onValue={(clock) => change({ clock })}
      />
    </>
  )
}
const columnsOf = (t: Translate): readonly Column<RiskSummary>[] => [
  {
    key: 'number',
    header: t('risks.number'),
    value: (one) => one.number,
    cell: (one) => <AppLink to={`/risks/${one.risk}`}>{one.number}</AppLink>,
  },
  { key: 'code', header: t('risks.code'), value: (one) => one.code, cell: (one) => `${one.code} · ${t(`risks.code.${one.code}`)}` },
  { key: 'about', header: t('risks.subject'), value: (one) => one.subjectName, cell: (one) => one.subjectName },
  { key: 'grade', header: t('risks.grade'), value: (one) => t(`risks.grade.${one.grade}`), cell: (one) => t(`risks.grade.${one.grade}`) },
  {
    key: 'state',
    header: t('risks.state'),
    value: (one) => t(`risks.state.${one.state}`),
    cell: (one) => (
      <>
        <RiskStateMark state={one.state} /> <RiskClock risk={one} />
      </>
    ),
  },
  { key: 'recorded', header: t('risks.recorded'), value: (one) => one.recordedOn, cell: (one) => <DateText date={one.recordedOn} /> },
]

function RecordDialog() {
  const { t } = useWords()
  const navigate = useNavigate()
  const { fields, subject } = useSubject()
  const [code, setCode] = useState<RiskCode>('A3')
  const [grade, setGrade] = useState<EvidenceGrade>('alleged')
  const [why, setWhy] = useState('')
  return (
    <ActDialog
      title={t('risks.record')}
      explain={t('risks.record.explain')}
      go={t('risks.record.go')}
      path="/api/risks"
      data={subject === null || why.trim() === '' ? null : { subject, code, grade, why: why.trim(), source: { kind: 'hand' } }}
      onDone={(receipt) => void navigate({ to: `/risks/${madeId(receipt)}` })}
    >
      {fields}
      <SelectField
        label={t('risks.code')}
        value={code}
        options={codes.map((value) => ({ value, label: `${value} · ${t(`risks.code.${value}`)}` }))}
        onValue={setCode}
      />
      <GradeField value={grade} onValue={setGrade} />
      <LongTextField label={t('risks.why')} hint={t('risks.why.hint')} value={why} onValue={setWhy} maxLength={2000} required />
    </ActDialog>
  )
}
export function GradeField({ value, onValue }: { readonly value: EvidenceGrade; readonly onValue: (grade: EvidenceGrade) => void }) {
  const { t } = useWords()
  return (
    <SelectField
      label={t('risks.grade')}
      hint={t('risks.grade.hint')}
      value={value}
      options={grades.map((one) => ({ value: one, label: t(`risks.grade.${one}`) }))}
      onValue={onValue}
    />
  )
}
