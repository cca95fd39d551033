/*
What the last visit found. A signed inspection answers criterion by criterion, with who disagreed; a visit of a third party
says what it observed. *Not asked*, *no* and *unknown* never look alike.
*/
import type { ReactNode } from 'react'
import { useAnswer } from '../../../../app/ask.ts'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { EmptyState, Loading } from '../../../../app/kit/states.tsx'
import { DateText } from '../../../../app/kit/values.tsx'
import { type Translate, useWords } from '../../../../app/words.ts'
import type { SitePage } from '../../domain/register/answers.ts'
import type { InspectionPage } from '../../domain/missions/mission-answers.ts'
import { InspectionTable } from './inspection-table.tsx'
import { known, lastFindings } from './last-findings.ts'

type Visit = SitePage['visits'][number]

export function FindingsPanel({ site }: { readonly site: SitePage }) {
  const { t } = useWords()
  const last = lastFindings(site)
  if (last.from === 'inspection') return <Inspected id={last.inspection.inspection} on={last.inspection.on} />
  if (last.from === 'visit')
    return (
      <Panel title={t(last.visit.onSite ? 'findings.title' : 'findings.from-afar')} aside={<DateText date={last.visit.on} age />}>
        <Observed visit={last.visit} />
      </Panel>
    )
  return (
    <Panel title={t('findings.title')}>
      <EmptyState title={t('findings.none')}>{t('findings.none.do')}</EmptyState>
    </Panel>
  )
}

function Inspected({ id, on }: { readonly id: string; readonly on: string }) {
  const { t } = useWords()
  const { data } = useAnswer<InspectionPage>(`/api/inspections/${id}`)
  return (
    <Panel title={t('findings.title')} aside={<DateText date={on} age />}>
      {data ? <InspectionTable inspection={data} /> : <Loading />}
    </Panel>
  )
}

function Observed({ visit }: { readonly visit: Visit }) {
  const { t } = useWords()
  const { observed } = visit
  const rows: readonly (readonly [string, ReactNode])[] = [
    [t('findings.on-site'), visit.onSite ? t('app.yes') : [t('app.no'), visit.notVisitedReason].filter(Boolean).join(' · ')],
    [t('findings.workers'), asked(t, known(observed.workers, visit))],
    [t('findings.armed-presence'), asked(t, known(observed.armedPresence, visit))],
    [t('findings.armed-interference'), asked(t, known(visit.armedInterference, visit))],
    ...(observed.armed ?? []).map((one): readonly [string, ReactNode] => [
      one.actor === one.actorClass ? t('map.actor') : one.actor,
      actorText(t, one),
    ]),
    [t('findings.children'), asked(t, known(observed.childrenUnder15, visit))],
    [t('findings.women'), asked(t, known(observed.women, visit))],
    [t('findings.mercury'), asked(t, known(observed.mercury, visit))],
    [t('findings.scheme'), asked(t, observed.traceabilityScheme)],
    [t('findings.services'), asked(t, observed.services?.join(', '))],
  ]
  return (
    <>
      <dl className="facts">
        {rows.map(([term, value], at) => (
          <div key={at}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {!visit.onSite && <Note tone="calm">{t('findings.from-afar.note')}</Note>}
      {visit.outsideTerritory === true && <Note>{t('findings.outside-territory')}</Note>}
      <Source>{[visit.source.name, visit.source.project, visit.source.reference].filter(Boolean).join(' · ')}</Source>
    </>
  )
}

/** Absent is *not asked*, faded and in brackets; it is never no. */
function asked(t: Translate, value: boolean | number | string | undefined): ReactNode {
  if (value === undefined || value === '') return <span className="ink-3">({t('app.not-asked')})</span>
  if (typeof value === 'boolean') return <b>{t(value ? 'app.yes' : 'app.no')}</b>
  return value
}

type Actor = NonNullable<Visit['observed']['armed']>[number]
function actorText(t: Translate, { actorClass, interference, frequency }: Actor): string {
  const done = Object.entries(interference).flatMap(([kind, yes]) => (yes === true && isKind(kind) ? [t(`interference.${kind}`)] : []))
  return [t(`actor.${actorClass}`), frequency ? t(`frequency.${frequency}`) : '', done.join(', ')].filter(Boolean).join(' · ')
}
const kinds = [
  'taxation',
  'tradeTaxation',
  'entryTaxation',
  'monopoly',
  'buyingMinerals',
  'digging',
  'forcedLabour',
  'pillaging',
  'pitOwnership',
] as const
const isKind = (kind: string): kind is (typeof kinds)[number] => kinds.some((one) => one === kind)
