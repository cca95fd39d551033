import { expect, test } from 'vitest'
import { asId } from '../../../../kernel/schema.ts'
import { fillPhrase } from '../../../../kernel/phrase.ts'
import type { Translate } from '../../../../app/words.ts'
import { appFr } from '../../../../app/words/app-fr.ts'
import { screenFr } from '../../words/screen-fr.ts'
import { screenSiteFr } from '../../words/screen-site-fr.ts'
import type { SitePage } from '../../domain/register/answers.ts'
import { historyOf } from './site-history.ts'

const words: { readonly [key: string]: string } = { ...appFr, ...screenFr, ...screenSiteFr }
const t: Translate = (key, facts) => fillPhrase('fr', words[key] ?? key, facts)
const ID = '019aa5db-c580-7fff-bfff-00000000000'
const source = { name: 'IPIS' }
const learned = { learnedAt: '2026-01-01T00:00:00.000Z' }
const stands = { ...learned, voidedAt: null, voidReason: null }

type Facts = Pick<SitePage, 'periods' | 'visits' | 'reports' | 'traceability' | 'orders' | 'holds' | 'inspections'>
const facts: Facts = {
  periods: [],
  visits: [
    {
      id: asId('event', `${ID}1`),
      on: '2024-05-01',
      onSite: true,
      notVisitedReason: null,
      source,
      position: null,
      stated: null,
      observed: { workers: 80 },
      armedInterference: true,
      greenThen: true,
      ...stands,
    },
    {
      id: asId('event', `${ID}2`),
      on: '2023-05-01',
      onSite: true,
      notVisitedReason: null,
      source,
      position: null,
      stated: null,
      observed: {},
      armedInterference: true,
      greenThen: false,
      ...stands,
      voidedAt: '2026-01-02T00:00:00.000Z',
    },
  ],
  reports: [{ id: asId('event', `${ID}3`), on: '2021-01-01', reported: 'green', asWritten: null, source, observed: null, ...stands }],
  traceability: [],
  orders: [
    {
      order: asId('order', `${ID}4`),
      number: '0231/2025',
      orderKind: 'validation',
      colour: 'green',
      proposed: null,
      deviationReason: null,
      inspection: null,
      signedOn: '2025-10-11',
      effectiveFrom: '2025-10-11',
      until: null,
      publishedOn: null,
      annulledOn: '2025-12-01',
      ...learned,
    },
  ],
  holds: [
    { hold: asId('hold', `${ID}5`), by: 'ITSCI', reason: 'étiquettes perdues', from: '2025-11-01', liftedOn: '2025-11-20', ...learned },
    { hold: asId('hold', `${ID}6`), by: 'ITSCI', reason: 'registre absent', from: '2026-02-01', liftedOn: null, ...learned },
  ],
  inspections: [
    {
      inspection: asId('inspection', `${ID}7`),
      on: '2025-09-01',
      onSite: true,
      phase: 'accepted',
      result: 'yellow',
      violated: ['Y2', 'Y4'],
    },
    { inspection: asId('inspection', `${ID}8`), on: '2026-09-01', onSite: true, phase: 'draft', result: null, violated: [] },
    { inspection: asId('inspection', `${ID}9`), on: '2026-10-01', onSite: false, phase: 'draft', result: null },
  ],
}
const history = historyOf(t, facts)

test('each kind of fact has its lane; what was voided has none', () => {
  expect(history.lanes.visits.map(({ on, kind }) => [on, kind])).toEqual([
    ['2024-05-01', 'visit'],
    ['2025-09-01', 'visit'],
    ['2026-09-01', 'visit'],
    ['2026-10-01', 'desk'],
  ])
  expect(history.lanes.findings.map(({ label, alarming }) => [label, alarming])).toEqual([
    ['ingérence armée, statut vert', true],
    ['violé : Y2, Y4', true],
    ['fiche en cours', false],
  ])
  expect(history.lanes.orders.map(({ label }) => label)).toEqual(['arrêté 0231/2025, annulé'])
  expect(history.lanes.facts.map(({ label }) => label)).toEqual(['vert, rapporté'])
})

test('a hold runs from its first day to its lifting, or on', () => {
  expect(history.holds.map(({ from, to, by }) => [from, to, by])).toEqual([
    ['2025-11-01', '2025-11-20', 'ITSCI, levée le 20-11-2025'],
    ['2026-02-01', null, 'ITSCI, en cours'],
  ])
})
