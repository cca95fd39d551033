/*
One row of IPIS to the observations that it is. A desk row (a list of qualifications or of tagged sites, copied at a desk) is
never a visit, even where the file says visit_onsite = 1, as it does for all 868 qualification rows. A row of a survey that could
not reach the site is a visit with `onSite: false`: what was learned nearby is kept.
Pure: words go in, payloads come out, checked by the schemas of the sites module.
*/
import { startOf } from '../../kernel/calendar.ts'
import { type Infer, parse } from '../../kernel/schema.ts'
import {
  type FactSource,
  type Mineral,
  QualificationReported,
  ReportedColour,
  SiteRegistered,
  SiteVisited,
  TraceabilityReported,
  TraceabilityScheme,
  observationKinds,
} from '../../modules/sites/contract.ts'
import { PositionOrigin } from '../../modules/places/contract.ts'
import { type IpisColumn, armedSlots, interferenceColumns } from './columns.ts'
import { registrationIdOf, siteIdOf, visitEventIdOf } from './ids.ts'
import { defined, oneWord } from './payload-parts.ts'
import { mineralsSeen, observedIn } from './read-observed.ts'
import type { Visit } from './read-visit.ts'
import type { SpellingBook } from './spelling-book.ts'

/** What the platform's bulk door takes, without the actor that the caller adds. */
export interface ImportedObservation {
  readonly id: string
  readonly subject: string
  readonly kind: string
  readonly happenedAt: string
  readonly payload: unknown
}

export type RowClass = 'field' | 'off-site' | 'desk-qualification' | 'desk-traceability'
export type Mapped =
  | { readonly ok: true; readonly observations: readonly ImportedObservation[] }
  | { readonly ok: false; readonly column: string; readonly problem: string }

/** All flags of the file; their cells are checked before a row is mapped. */
export const flagColumns: readonly IpisColumn[] = [
  'presence',
  'interference',
  'mercury',
  'is_3t_mine',
  'is_gold_mine',
  'childunder15',
  'women',
  ...armedSlots.flatMap((slot) => interferenceColumns.map((kind): IpisColumn => `${kind}_armed_group${slot}`)),
]

/** Desk rows are known by their project alone. */
export function classOf(visit: Visit): RowClass {
  const project = visit.row.cell('project')
  if (project === 'Qualification status') return 'desk-qualification'
  if (project === 'iTSCi status') return 'desk-traceability'
  return visit.onSite ? 'field' : 'off-site'
}

/** The registration of a visit's site; `firstDate` and `minerals` are what the whole file says of it. */
export function siteToObservation(visit: Visit, site: { firstDate: string; minerals: readonly Mineral[] }, book: SpellingBook): Mapped {
  const { position, stated, source } = whereFrom(visit, book)
  const payload: SiteRegistered = {
    nationalId: visit.pcode,
    name: visit.name,
    country: 'CD',
    minerals: [...site.minerals],
    source,
    position,
    stated,
  }
  const checked = parse(SiteRegistered, payload)
  if (!checked.ok) return misfit(checked.faults)
  return {
    ok: true,
    observations: [
      {
        id: registrationIdOf(visit.pcode),
        subject: subjectOf(visit),
        kind: observationKinds.registered,
        happenedAt: startOf(site.firstDate),
        payload: checked.value,
      },
    ],
  }
}

/** One to three observations: the visit unless it is a desk row, the qualification and the traceability where the row states them. */
export function rowToObservations(visit: Visit, book: SpellingBook): Mapped {
  const rowClass = classOf(visit)
  const base = whereFrom(visit, book)
  const observed = observedIn(visit, book)
  const found: { part: 'visited' | 'qualification' | 'traceability'; kind: string; checked: ReturnType<typeof parse> }[] = []
  const isDesk = rowClass === 'desk-qualification' || rowClass === 'desk-traceability'
  if (!isDesk) {
    const reason = visit.row.cell('visit_onsite_novisitreason')
    const payload: SiteVisited = {
      ...base,
      onSite: visit.onSite,
      observed,
      nameAsWritten: visit.name,
      ...(reason ? { notVisitedReason: reason } : {}),
    }
    found.push({ part: 'visited', kind: observationKinds.visited, checked: parse(SiteVisited, payload) })
  }
  const qualification = visit.row.cell('qualification')
  if (qualification !== undefined || rowClass === 'desk-qualification') {
    const reported = oneWord(ReportedColour, qualification === undefined ? null : book.meaningOf('qualification', qualification))
    if (!reported) return { ok: false, column: 'qualification', problem: qualification === undefined ? 'missing' : 'unknown-qualification' }
    const payload: QualificationReported = {
      ...base,
      reported,
      ...(qualification ? { asWritten: qualification } : {}),
      ...(isDesk ? { observed } : {}),
    }
    found.push({ part: 'qualification', kind: observationKinds.qualificationReported, checked: parse(QualificationReported, payload) })
  }
  const traceability = visit.row.cell('traceability')
  if (traceability !== undefined || rowClass === 'desk-traceability') {
    const payload: TraceabilityReported = {
      ...base,
      scheme: schemeOf(traceability, book),
      ...(traceability ? { asWritten: traceability } : {}),
      ...(isDesk ? { observed } : {}),
    }
    found.push({ part: 'traceability', kind: observationKinds.traceabilityReported, checked: parse(TraceabilityReported, payload) })
  }
  const observations: ImportedObservation[] = []
  for (const { part, kind, checked } of found) {
    if (!checked.ok) return misfit(checked.faults)
    const id = visitEventIdOf(visit.vid, visit.date, part)
    observations.push({ id, subject: subjectOf(visit), kind, happenedAt: startOf(visit.date), payload: checked.value })
  }
  return { ok: true, observations }
}

/** Minerals of a row by their letters, in the order of the file, each once. */
export function mineralsOf(visit: Visit, book: SpellingBook): readonly Mineral[] {
  return [...new Set(mineralsSeen(visit, book).map((seen) => seen.mineral))]
}

const subjectOf = (visit: Visit): string => `site:${siteIdOf(visit.pcode)}`
const misfit = (faults: readonly { path: string; problem: string }[]): Mapped => ({
  ok: false,
  column: faults[0]?.path ?? '',
  problem: faults[0]?.problem ?? 'does-not-fit',
})

function whereFrom(visit: Visit, book: SpellingBook) {
  const { row, date, at } = visit
  const originAsWritten = row.cell('location_origin')
  const origin = originAsWritten ? oneWord(PositionOrigin, book.meaningOf('location-origin', originAsWritten)) : undefined
  return {
    date,
    source: sourceOf(visit),
    position: { at: { ...at }, origin: origin ?? 'unknown' },
    ...(originAsWritten ? { positionOriginAsWritten: originAsWritten } : {}),
    stated: defined({
      province: row.cell('province'),
      territoire: row.cell('territoire'),
      collectivite: row.cell('collectivite'),
      groupement: row.cell('groupement'),
      village: row.cell('village'),
      formerProvince: row.cell('province_old'),
    }),
  }
}

/** The credit "IPIS" stands in every source, also where IPIS published what somebody else collected. */
function sourceOf({ row, vid }: Visit): FactSource {
  const source = row.cell('source') ?? 'IPIS'
  const project = row.cell('project')
  return { name: source.startsWith('IPIS') ? source : `${source}, via IPIS`, reference: vid, ...(project ? { project } : {}) }
}

function schemeOf(asWritten: string | undefined, book: SpellingBook): Infer<typeof TraceabilityScheme> {
  if (asWritten === undefined) return 'not-stated'
  return oneWord(TraceabilityScheme, book.meaningOf('traceability', asWritten)) ?? 'OTHER'
}
