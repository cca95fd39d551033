/* A project as it leaves for files of other standards, with places of the DRC: one activity that may be told finely, one that protects people. */
import { asId } from '../src/kernel/schema.ts'
import type { ProjectPublication, PublishedValue } from '../src/modules/projects/contract-publication.ts'
import type { ToldNumber } from '../src/modules/projects/contract-values.ts'

const id = <Kind extends string>(kind: Kind, n: number) => asId(kind, `019aa5db-c580-7fff-bfff-${String(n).padStart(12, '0')}`)
const shown = (value: number): ToldNumber => ({ state: 'shown', value, numerator: value, denominator: null })
const WITHHELD: ToldNumber = { state: 'withheld', value: null, numerator: null, denominator: null }
const value = (period: string, [from, until]: readonly [string, string], women: number, cumulative: number): PublishedValue => {
  const parts = [
    { by: 'sex', key: 'women', ...shown(women) },
    { by: 'sex', key: 'men', ...WITHHELD },
  ]
  return { period, from, until, told: shown(women + 20), cumulative: shown(cumulative), parts, counted: parts }
}

export function samplePublication({ isProtection = false }: { readonly isProtection?: boolean } = {}): ProjectPublication {
  const [objective, outcome, output, reached] = [id('result', 1), id('result', 2), id('result', 3), id('indicator', 4)]
  const activity = (n: number, protects: boolean) => ({
    ...{ id: id('activity', n), code: `A${n}`, result: output, title: { fr: `Activité ${n} <& "x">`, en: `Activity ${n}` } },
    ...{
      sector: protects ? ('protection' as const) : ('mining' as const),
      modality: 'training' as const,
      startsOn: '2025-02-01',
      endsOn: '2026-06-30',
    },
    ...{
      status: 'ongoing' as const,
      beneficiary: 'miners' as const,
      targeted: 300,
      reachedBy: protects ? null : reached,
      isProtection: protects,
    },
    province: { code: 'CD63', name: 'Maniema' },
    territoire: protects ? null : { code: 'CD6301', name: 'Kindu' },
  })
  return {
    ...{ id: id('project', 9), revisedAt: '2026-01-01T00:00:00.000Z' },
    opened: {
      ...{
        code: 'MIN-1',
        title: { fr: 'Mines sûres', en: 'Safe mines' },
        donor: 'Fonds inventé',
        donorRef: 'XM-DAC-99999',
        implementer: 'Ong Inventée',
      },
      ...{ startsOn: '2025-01-01', endsOn: '2027-06-30', isProtection },
    },
    results: [
      { id: objective, level: 'objective', parent: null, code: 'O', statement: { fr: 'Objectif' } },
      { id: outcome, level: 'outcome', parent: objective, code: 'E1', statement: { fr: 'Effet' } },
      { id: output, level: 'output', parent: outcome, code: 'P1', statement: { fr: 'Produit', en: 'Output' } },
    ],
    indicators: [
      {
        indicator: {
          ...{
            id: reached,
            result: output,
            code: 'I1',
            statement: { fr: 'Personnes formées' },
            unit: 'number',
            direction: 'up',
            cumulates: 'sum',
          },
          ...{
            source: { kind: 'manual', touchesPersons: true, by: ['sex'] },
            responsible: 'suivi',
            milestones: [{ on: '2025-06-30', value: 100 }],
          },
          ...{ baseline: { value: 0, on: '2025-01-01' }, target: { value: 400, on: '2027-06-30' } },
        },
        touchesPersons: true,
        values: [value('2025-Q1', ['2025-01-01', '2025-03-31'], 40, 60), value('2025-Q2', ['2025-04-01', '2025-06-30'], 50, 130)],
      },
    ],
    activities: [activity(1, false), activity(2, true)],
    budget: [{ code: 'B1', title: { fr: 'Formations' }, currency: 'USD', cents: 12_345_600 }],
  }
}
