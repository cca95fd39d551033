/* Figures that cannot be true: what the rules found, with filters in the address, and the scan that looks at everything again. */
import { useEffect, useState } from 'react'
import { post } from '../../../../app/api.ts'
import { useAnswer } from '../../../../app/ask.ts'
import { AppLink, Button, LinkButton } from '../../../../app/kit/button.tsx'
import { type Column, DataTable } from '../../../../app/kit/data-table.tsx'
import { SelectField } from '../../../../app/kit/field.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { Progress } from '../../../../app/kit/progress.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { useUrlState } from '../../../../app/kit/url-state.ts'
import { InstantText } from '../../../../app/kit/values.tsx'
import { mayOpen, useMe } from '../../../../app/who.ts'
import { type Translate, useWords } from '../../../../app/words.ts'
import type { HitSummary, ScanShown } from '../../contract-plausibility.ts'
import { SeverityMark } from '../lots/findings.tsx'
import { hitSentence, ruleTitle } from './hit-sentence.tsx'
import './plausibility.css'

const states = ['running', 'open', 'reply-requested', 'replied', 'closed', 'explained', 'confirmed', 'corrected', 'dismissed'] as const
const severities = ['C', 'A', 'W'] as const
const ages = ['7', '14', '30', '90'] as const
const ruleIds = Array.from({ length: 42 }, (_one, at) => `F${String(at + 1).padStart(2, '0')}`)

export function HitsScreen() {
  const { t } = useWords()
  const me = useMe().data
  const watches = mayOpen('custody.oversee', me)
  const scans = useAnswer<{ readonly scans: readonly ScanShown[] }>(watches ? '/api/plausibility/scans' : null)
  const last = scans.data?.scans[0]
  return (
    <Page title={t('hits.title')} answer={scans.answer} actions={<PlausibilityLinks />}>
      {watches && scans.data && <ScanPanel last={last} again={scans.again} may={mayOpen('custody.quarantine', me)} />}
      {/* Read anew when a scan has ended. */}
      <HitsPanel key={last?.finishedAt ?? 'before'} />
    </Page>
  )
}

function HitsPanel() {
  const { t } = useWords()
  const [url] = useUrlState()
  const query = new URLSearchParams(
    ['rule', 'severity', 'state', 'place', 'site', 'lot', 'olderThan'].flatMap((name) => (url[name] ? [[name, url[name]]] : [])),
  )
  const { data, error, again } = useAnswer<{ readonly hits: readonly HitSummary[] }>(`/api/hits?${query.toString()}`)
  return (
    <Panel>
      <p className="small">{t('hits.explain')}</p>
      {error ? (
        <ErrorState error={error} again={again} />
      ) : !data ? (
        <Loading />
      ) : (
        <div className="stack">
          {data.hits.length === 0 && <Filters hits={data.hits} />}
          <DataTable
            caption={t('hits.title')}
            file="hits"
            rows={data.hits}
            rowKey={(hit) => hit.id}
            order="-raised"
            tools={<Filters hits={data.hits} />}
            columns={columnsOf(t)}
            empty={<EmptyState title={t('hits.none')}>{t('hits.none.do')}</EmptyState>}
          />
          {data.hits.length === 100 && <Note tone="calm">{t('hits.first-hundred')}</Note>}
        </div>
      )}
      <Source>{t('hits.source')}</Source>
    </Panel>
  )
}

export function PlausibilityLinks() {
  const { t } = useWords()
  const me = useMe().data
  return (
    <>
      <LinkButton to="/plausibility/rules">{t('figure-rules.title')}</LinkButton>
      {mayOpen('custody.oversee', me) && <LinkButton to="/plausibility/ledger">{t('ledger.title')}</LinkButton>}
      <LinkButton to="/plausibility/thresholds">{t('thresholds.title')}</LinkButton>
      <LinkButton to="/plausibility/example">{t('example.title')}</LinkButton>
    </>
  )
}

function ScanPanel({ last, again, may }: { readonly last: ScanShown | undefined; readonly again: () => void; readonly may: boolean }) {
  const { t } = useWords()
  const [fault, setFault] = useState<unknown>(null)
  const running = last !== undefined && last.finishedAt === null
  useEffect(() => {
    if (!running) return
    const timer = setInterval(again, 1_500)
    return () => clearInterval(timer)
  }, [running, again])
  const start = () => {
    setFault(null)
    post('/api/plausibility/scans', {}).then(again, setFault)
  }
  return (
    <Panel
      title={t('scan.title')}
      aside={
        may && (
          <Button onClick={start} busy={running}>
            {t('scan.start')}
          </Button>
        )
      }
    >
      {fault !== null && <ErrorState error={fault} />}
      {running && <Progress label={t('scan.running')} done={last.rulesDone} of={last.rulesTotal} />}
      {last && !running && (
        <p>
          {t(last.problem === null ? 'scan.last' : 'scan.last-broke', {
            rules: last.rulesDone,
            looked: last.lookedAt,
            raised: last.raised,
            held: last.held,
          })}{' '}
          <InstantText at={last.finishedAt ?? last.startedAt} />
        </p>
      )}
      {!last && <p>{t('scan.never')}</p>}
    </Panel>
  )
}

function Filters({ hits }: { readonly hits: readonly HitSummary[] }) {
  const { t } = useWords()
  const [url, change] = useUrlState()
  const places = [...new Set([url['place'] ?? '', ...hits.flatMap((hit) => [hit.provinceCode ?? '', hit.territoireCode ?? ''])])]
    .filter((code) => code !== '')
    .sort()
  const select = (name: string, label: string, values: readonly { readonly value: string; readonly label: string }[]) => (
    <SelectField
      label={label}
      value={url[name] ?? ''}
      options={[{ value: '', label: t('lots.all') }, ...values]}
      onValue={(value) => change({ [name]: value })}
    />
  )
  return (
    <>
      {select(
        'severity',
        t('hits.severity'),
        severities.map((value) => ({ value, label: t(`lots.severity.${value}`) })),
      )}
      {select(
        'state',
        t('hits.state'),
        states.map((value) => ({ value, label: t(`hits.state.${value}`) })),
      )}
      {select(
        'rule',
        t('hits.rule'),
        ruleIds.map((value) => ({ value, label: `${value} ${ruleTitle(value)}` })),
      )}
      {select(
        'olderThan',
        t('hits.age'),
        ages.map((value) => ({ value, label: t('hits.age.days', { n: value }) })),
      )}
      {places.length > 0 &&
        select(
          'place',
          t('hits.place'),
          places.map((value) => ({ value, label: value })),
        )}
    </>
  )
}

const columnsOf = (t: Translate): readonly Column<HitSummary>[] => [
  {
    key: 'severity',
    header: t('hits.severity'),
    value: (hit) => ({ C: '1', A: '2', W: '3' })[hit.severity],
    cell: (hit) => <SeverityMark severity={hit.severity} rule={hit.rule} />,
  },
  {
    key: 'what',
    header: t('hits.what'),
    value: (hit) => `${hit.rule} ${ruleTitle(hit.rule)} ${hitSentence(hit.rule, hit.facts)}`,
    cell: (hit) => (
      <>
        <AppLink to={`/plausibility/hits/${hit.id}`}>{ruleTitle(hit.rule)}</AppLink>
        <br />
        <span className="small">{hitSentence(hit.rule, hit.facts)}</span>
      </>
    ),
  },
  {
    key: 'where',
    header: t('hits.where'),
    value: (hit) => hit.siteName ?? hit.territoireCode ?? hit.provinceCode,
    cell: (hit) => (hit.site ? <AppLink to={`/sites/${hit.site}`}>{hit.siteName ?? hit.site}</AppLink> : (hit.provinceCode ?? '–')),
  },
  { key: 'lots', header: t('hits.lots'), numeric: true, value: (hit) => hit.lots, cell: (hit) => hit.lots },
  { key: 'state', header: t('hits.state'), value: (hit) => t(`hits.state.${hit.state}`), cell: (hit) => t(`hits.state.${hit.state}`) },
  { key: 'raised', header: t('hits.raised'), value: (hit) => hit.raisedAt, cell: (hit) => <InstantText at={hit.raisedAt} /> },
]
