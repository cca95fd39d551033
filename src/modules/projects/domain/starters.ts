/* Indicators that a new project is offered (D): taken into the plan one by one, never by themselves. What no module of this programme counts is typed in with evidence. */
import type { Cumulates, IndicatorSource, IndicatorUnit, StarterIndicator } from '../contract.ts'

const typed = (touchesPersons: boolean, ...by: readonly string[]): IndicatorSource => ({ kind: 'manual', touchesPersons, by: [...by] })
const one = (
  key: string,
  [fr, en]: readonly [string, string],
  {
    unit = 'number',
    cumulates = 'sum',
    source,
  }: { readonly unit?: IndicatorUnit; readonly cumulates?: Cumulates; readonly source: IndicatorSource },
): StarterIndicator => ({ key, statement: { fr, en }, unit, cumulates, source })

const all: readonly StarterIndicator[] = [
  one('identified', ['Nombre de victimes présumées identifiées', 'Presumed victims identified'], { source: typed(true, 'sex', 'age') }),
  one('assisted', ['Nombre de personnes assistées, par service', 'Persons assisted, by service'], { source: typed(true, 'service') }),
  one('referrals', ['Part des référencements menés à terme', 'Share of referrals completed'], {
    ...{ unit: 'percent', cumulates: 'latest', source: typed(true) },
  }),
  one('convictions', ['Nombre de condamnations pour traite', 'Convictions for trafficking'], { source: typed(true) }),
  one('trained', ['Nombre de personnes formées (uniques)', 'Persons trained (unique)'], { cumulates: 'span', source: typed(true, 'sex') }),
  one('gain', ['Gain moyen entre test initial et final', 'Mean gain between first and last test'], {
    ...{ unit: 'score', cumulates: 'latest', source: typed(true) },
  }),
  one('actions', ['Part des actions des comités closes à temps', 'Share of committee actions closed in time'], {
    ...{ unit: 'percent', source: typed(false) },
  }),
  one('sites-mapped', ['Nombre de sites cartographiés et mis à jour', 'Sites mapped and updated'], {
    ...{ cumulates: 'span', source: typed(false) },
  }),
  one('reach', ['Personnes touchées directement par la sensibilisation', 'Persons reached directly by campaigns'], {
    source: typed(true, 'sex', 'age'),
  }),
  one('visits', ['Nombre de visites au centre de ressources', 'Visits to the resource centre'], { source: typed(true, 'sex') }),
  one('child-labour', ['Sites où le travail d’enfants a cessé d’être observé', 'Sites where child labour is no longer seen'], {
    source: typed(false),
  }),
  one('incidents', ['Part des incidents réglés à temps, de ceux échus', 'Share of incidents settled in time, of those due'], {
    ...{ unit: 'percent', source: typed(false) },
  }),
  one('conflict-sheets', ['Fiches de conflit validées ou mises à jour', 'Conflict sheets validated or updated'], { source: typed(false) }),
  one(
    'prevalence',
    [
      'Part des creuseurs interrogés avec indice de travail forcé (enquête)',
      'Share of diggers asked with an indication of forced labour (survey)',
    ],
    {
      ...{ unit: 'percent', cumulates: 'latest', source: typed(true) },
    },
  ),
  one(
    'reintegration',
    ['Part des bénéficiaires dont la réintégration atteint 0,5', 'Share of beneficiaries whose reintegration reaches 0.5'],
    {
      ...{ unit: 'percent', cumulates: 'latest', source: typed(true) },
    },
  ),
]
/** The measure that counts it, where a module of this programme has one. */
export const COUNTED_BY: { readonly [key: string]: string } = {
  identified: 'cases.told-identified',
  referrals: 'cases.told-referrals-completed',
  trained: 'outreach.trained-unique',
  gain: 'outreach.mean-gain',
  actions: 'coordination.actions-on-time',
  'sites-mapped': 'sites.mapped',
  reach: 'outreach.direct-reach',
  visits: 'outreach.mrc-visits',
  'child-labour': 'sites.child-labour-resolved',
  incidents: 'incidents.closed-on-time',
  'conflict-sheets': 'conflict.sheets-validated',
}
interface Counting {
  readonly id: string
  readonly unit: IndicatorUnit
  readonly addsUp: boolean
}
export function startersFor(measures: readonly Counting[]): readonly StarterIndicator[] {
  return all.map((starter) => {
    const found = measures.find(({ id, unit }) => unit === starter.unit && COUNTED_BY[starter.key] === id)
    if (found === undefined) return starter
    return { ...starter, source: { kind: 'measure', measure: found.id, by: [] }, cumulates: found.addsUp ? starter.cumulates : 'span' }
  })
}
