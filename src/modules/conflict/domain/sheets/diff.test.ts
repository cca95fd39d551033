import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mustParse } from '../../../../kernel/schema.ts'
import { sheetContent } from '../../../../../test/world/map-sheet-scenes.ts'
import type { SheetDiff } from '../../contract-sheet-answers.ts'
import {
  ActorRole,
  BeneficiaryKind,
  ChainStage,
  Credibility,
  Interference,
  LegalState,
  OperatingMode,
  Reliability,
  Response,
  SheetContent,
  SheetMineral,
  SiteKind,
} from '../../contract-sheets.ts'
import { tidied } from './content.ts'
import { type RoundSheet, diffRounds, diffSheets, isEmpty, verdictOf } from './diff.ts'

const some = <Value>(values: readonly Value[]) => fc.constantFrom(...values)
const or = <Value>(given: fc.Arbitrary<Value>) => fc.option(given, { nil: null })
const base = mustParse(SheetContent, sheetContent({ provisionalName: 'Carrière' }))
const sheets: fc.Arbitrary<SheetContent> = fc
  .record({
    interference: some(Interference.options),
    reliability: some(Reliability.options),
    credibility: some(Credibility.options),
    siteKind: or(some(SiteKind.options)),
    legalState: or(some(LegalState.options)),
    access: or(some(['piste', 'route'])),
    nature: some(['un', 'deux']),
    minerals: fc.array(some(SheetMineral.options), { maxLength: 4 }),
    actors: fc.array(fc.record({ actor: fc.constant(null), written: or(some(['A', 'B', 'C'])), role: some(ActorRole.options) }), {
      maxLength: 6,
    }),
    modes: fc.array(fc.record({ mode: some(OperatingMode.options), stage: some(ChainStage.options) }), { maxLength: 6 }),
    beneficiaries: fc.array(
      fc.record({ kind: some(BeneficiaryKind.options), name: fc.constant(null), grade: or(some(Credibility.options)) }),
      { maxLength: 5 },
    ),
    corroborations: fc.array(fc.record({ kind: some(['presse', 'police', 'ONG']), on: fc.constant(null) }), { maxLength: 3 }),
    victims: fc.record({ forcedLabour: or(fc.nat(40)), children: or(fc.nat(40)), sexualViolence: or(fc.nat(40)) }),
    responses: fc.array(some(Response.options), { maxLength: 4 }),
  })
  .map((changes) => tidied({ ...base, ...changes }, null))

const set = (values: readonly unknown[]): string[] => values.map((one) => JSON.stringify(one)).toSorted()
/** What a reader of the diff would make of the sheet before: everything that a diff can say, put to it. */
function applied(before: SheetContent, diff: SheetDiff): object {
  const empty = diffSheets({ ...before, actors: [], modes: [], beneficiaries: [], minerals: [], responses: [] }, before)
  const lists = <Line>(
    then: readonly Line[],
    change: { added: Line[]; removed: Line[]; changed?: { before: Line; after: Line }[] },
  ): string[] => {
    const gone = set([...change.removed, ...(change.changed ?? []).map((one) => one.before)])
    return [
      ...set(then).filter((one) => !gone.includes(one)),
      ...set([...change.added, ...(change.changed ?? []).map((one) => one.after)]),
    ].toSorted()
  }
  const value = <Value>(then: Value, change: { before: Value; after: Value } | null): Value => (change === null ? then : change.after)
  const victim = (kind: 'forcedLabour' | 'children' | 'sexualViolence') => diff.victims.find((one) => one.kind === kind)
  return {
    interference: value(before.interference, diff.interference),
    reliability: value(before.reliability, diff.reliability),
    credibility: value(before.credibility, diff.credibility),
    siteKind: value(before.siteKind, diff.siteKind),
    legalState: value(before.legalState, diff.legalState),
    access: value(before.access, diff.access),
    nature: value(before.nature, diff.nature),
    corroborations: value(before.corroborations.length, diff.corroborations),
    minerals: lists(before.minerals, diff.minerals),
    responses: lists(before.responses, diff.responses),
    actors: lists(empty.actors.added, diff.actors),
    modes: lists(empty.modes.added, diff.modes),
    beneficiaries: lists(empty.beneficiaries.added, diff.beneficiaries),
    victims: Object.fromEntries(
      (['forcedLabour', 'children', 'sexualViolence'] as const).map((kind) => [kind, value(before.victims[kind], victim(kind) ?? null)]),
    ),
  }
}

describe('two versions', () => {
  test('of equal sheets nothing differs, also in another order of their lines', () => {
    fc.assert(
      fc.property(sheets, (sheet) => {
        expect(isEmpty(diffSheets(sheet, sheet))).toBe(true)
        const turned = {
          ...sheet,
          actors: sheet.actors.toReversed(),
          modes: sheet.modes.toReversed(),
          beneficiaries: sheet.beneficiaries.toReversed(),
        }
        expect(isEmpty(diffSheets(sheet, { ...turned, minerals: sheet.minerals.toReversed() }))).toBe(true)
      }),
    )
  })
  test('the difference put to the one before gives the one after', () => {
    fc.assert(
      fc.property(sheets, sheets, (before, after) => {
        expect(applied(before, diffSheets(before, after))).toEqual(applied(after, diffSheets(after, after)))
      }),
    )
  })
  test('backwards what came went, and worse was better', () => {
    const turn = { worse: 'better', better: 'worse', unknown: 'unknown' } as const
    fc.assert(
      fc.property(sheets, sheets, (before, after) => {
        const [there, back] = [diffSheets(before, after), diffSheets(after, before)]
        expect(set(back.modes.added)).toEqual(set(there.modes.removed))
        expect(set(back.actors.removed)).toEqual(set(there.actors.added))
        expect(back.interference?.direction).toBe(there.interference ? turn[there.interference.direction] : undefined)
      }),
    )
  })
})

describe('a verdict', () => {
  const of = (before: object, after: object): string => verdictOf({ ...base, ...before }, { ...base, ...after })
  const victims = (forcedLabour: number | null, children: number | null = null) => ({
    victims: { forcedLabour, children, sexualViolence: null },
  })
  test.each<[string, object, object, string]>([
    ['more interference', { interference: 'none' }, { interference: 'occasional' }, 'worse'],
    ['less interference', { interference: 'permanent' }, { interference: 'regular' }, 'better'],
    ['nobody could say before', { interference: 'not-known' }, { interference: 'none' }, 'changed'],
    ['nobody can say now', { interference: 'none' }, { interference: 'not-known' }, 'changed'],
    ['more victims', victims(3), victims(9), 'worse'],
    ['fewer victims', victims(9), victims(0), 'better'],
    ['victims nobody had asked about', victims(null), victims(0), 'changed'],
    ['victims both ways', victims(9, 1), victims(3, 4), 'changed'],
    ['another practice', {}, { modes: [{ mode: 'smuggling', stage: 'export' }] }, 'changed'],
    ['abandoned', {}, { siteKind: 'abandoned', interference: 'none' }, 'gone'],
    ['nothing', {}, {}, 'unchanged'],
  ])('%s', (_what, before, after, expected) => expect(of(before, after)).toBe(expected))
})

describe('two rounds', () => {
  const at = (key: string, interference: SheetContent['interference'], asOf = '2026-01-01', version = 1): RoundSheet => ({
    ...{ key, version, asOf, content: { ...base, interference } },
  })
  test('every site of either round stands once, with what became of it', () => {
    const before = [at('a', 'none'), at('b', 'regular'), at('c', 'regular')]
    const after = [at('a', 'regular'), at('b', 'none'), at('d', 'none')]
    expect(diffRounds(before, after).map(({ key, verdict }) => [key, verdict])).toEqual([
      ['a', 'worse'],
      ['b', 'better'],
      ['c', 'not-looked-again'],
      ['d', 'new'],
    ])
  })
  test('of several sheets of a site in one round the newest speaks', () => {
    const [change] = diffRounds([at('a', 'none')], [at('a', 'permanent', '2026-03-01'), at('a', 'none', '2026-02-01', 2)])
    expect(change?.verdict).toBe('worse')
  })
  test('a round beside itself: nothing changed', () => {
    fc.assert(
      fc.property(fc.array(sheets, { maxLength: 6 }), (contents) => {
        const round = contents.map((content, index) => ({ key: `${index}`, version: 1, asOf: '2026-01-01', content }))
        expect(diffRounds(round, round).map((one) => one.verdict)).toEqual(round.map(() => 'unchanged'))
      }),
    )
  })
})
