import { describe, expect, test } from 'vitest'
import { assess } from './assess.ts'
import { adult, answers, at } from './example-facts.ts'
import { recorded } from './facts.ts'
import type { Label } from '../label.ts'
import * as labels from './labels.ts'
import * as answerTables from './labels-answers.ts'
import * as formTables from './labels-form.ts'
import * as indicatorTables from './labels-indicators.ts'
import { sayExplanation } from './say-explanation.ts'

const tables = Object.entries({ ...labels, ...answerTables, ...formTables, ...indicatorTables }).filter(([name]) => name.endsWith('Labels'))
const all = tables.flatMap(([name, table]) =>
  Object.entries(typeof table === 'function' ? {} : table).map(([code, one]: [string, Label]) => ({
    at: `${name} ${code}`,
    ...one,
  })),
)

describe('Acceptance test 18: codes of identification in French and English', () => {
  test('every one has both, and no two codes of a table are called the same in either language', () => {
    expect(all.length).toBeGreaterThan(250)
    for (const one of all) for (const text of [one.fr, one.en]) expect(text.trim(), one.at).not.toBe('')
    for (const [name] of tables.filter(([table]) => table !== 'indicatorLabels'))
      for (const language of ['fr', 'en'] as const) {
        const texts = all.filter((one) => one.at.startsWith(`${name} `)).map((one) => one[language])
        expect(new Set(texts).size, name).toBe(texts.length)
      }
  })
  test('as the specification words them', () => {
    expect(labels.findingLabels.TIP_STRONG_INDICATION).toEqual({ fr: 'Indices forts de traite', en: 'Strong indication of trafficking' })
    expect(labels.statusLabels.PossibleVictimOfTrafficking.fr).toBe('Victime présumée')
    expect(labels.caseLabels['ACTIVE.IMPLEMENTATION'].fr).toBe('Mise en œuvre')
  })
  test('never "coupable", never "esclave" of a person', () => {
    for (const one of all) {
      expect(one.fr, one.at).not.toMatch(/coupable|esclaves?\b/i)
      expect(one.en, one.at).not.toMatch(/guilty|\bslaves?\b/i)
      expect(one.fr, one.at).not.toMatch(/'/)
    }
  })
})

test('an explanation read aloud', () => {
  const open = answers(['D1.WAGE', 'D4.HOURS', 'D4.LOWPAY', 'D5.DOCS', 'D5.DEBT']).map((one) =>
    one.code === 'D1.JOB' ? { ...one, answer: 'UNKNOWN' as const } : one,
  )
  const found = assess({ ...adult, act: recorded('RECEIPT'), answers: open }, at)
  expect(sayExplanation(found, 'fr')).toEqual([
    'A2 : Indices de traite',
    'Exploitation : positif (1S+1M) par Jours ou heures de travail excessifs, Paie faible ou absente',
    'Contrainte sur le lieu d’arrivée : positif (2S) par Papiers retenus, Servitude pour dettes',
    'À demander ensuite : Tromperie sur le travail, le lieu ou l’employeur',
    'Un oui sur D1.JOB (Tromperie sur le travail, le lieu ou l’employeur) mènerait à A1, Indices forts de traite',
    'Aide au dépistage : des indices à examiner par une personne, jamais un jugement. L’aide n’en dépend pas.',
  ])
  expect(sayExplanation(found, 'en').at(4)).toBe(
    'A yes on D1.JOB (Deceived about the work, the place or the employer) would lead to A1, Strong indication of trafficking',
  )
})
