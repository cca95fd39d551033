import { describe, expect, test } from 'vitest'
import { foldEvents } from '../../../../kernel/decider.ts'
import { mustParse } from '../../../../kernel/schema.ts'
import { sheetContent } from '../../../../../test/world/map-sheet-scenes.ts'
import { SheetContent, type SheetState } from '../../contract-sheets.ts'
import { type SheetCommand, type SheetContext, type SheetStanding, independent, sheetDecider } from './sheet.ts'

const content = (rest: object = {}): SheetContent => mustParse(SheetContent, sheetContent({ provisionalName: 'Carrière haute' }, rest))
const two = content({
  corroborations: [
    { kind: 'police', on: null },
    { kind: 'presse', on: null },
  ],
})
const context = (account: string, rest: Partial<SheetContext> = {}): SheetContext => ({
  ...{ today: '2026-11-21', account, organisation: null, sees: true, maps: true, validates: true, seesNames: true, actorsKnown: true },
  ...{ isCleared: true, namesOfSheet: true },
  ...{ place: { kind: 'known', province: 'XL1', territoire: 'XL102' }, names: ['Carrière haute', 'Lukanda-Est', 'Veilleurs', 'Pango 3'] },
  ...rest,
})
const written = { workshop: null, round: 'Novembre', asOf: '2026-11-20', content: two }
const propose: SheetCommand = { type: 'propose', ...written }
const update = (after = 1, asOf = written.asOf): SheetCommand => ({ type: 'update', ...written, reason: 'r', after, asOf })
const check = (version = 1): SheetCommand => ({ type: 'cross-check', version, compared: 'c' })
const validate = (version = 1): SheetCommand => ({ type: 'validate', version, note: null })
const publish = (version = 1, fr = 'Dans la province, rien.'): SheetCommand => ({ type: 'publish', version, fr, en: 'x' })
const supersede = (version = 1): SheetCommand => ({ type: 'supersede', version, reason: 'r' })

function after(...acts: readonly (readonly [SheetCommand, string])[]): SheetStanding {
  return acts.reduce<SheetStanding>((state, [command, account]) => {
    const outcome = sheetDecider.decide(state, command, context(account))
    if (!outcome.ok) throw new Error(outcome.refusal.code)
    return outcome.value.reduce(sheetDecider.evolve, state)
  }, sheetDecider.initial)
}
const codeOf = (state: SheetStanding, command: SheetCommand, given = context('eve')): string => {
  const outcome = sheetDecider.decide(state, command, given)
  return outcome.ok ? outcome.value.map((event) => event.kind.replace(/^conflict-sheet\.|\.v1$/g, '')).join('+') : outcome.refusal.code
}
const way: readonly (readonly [SheetCommand, string])[] = [
  [propose, 'ann'],
  [check(), 'ben'],
  [validate(), 'cid'],
  [publish(), 'cid'],
  [supersede(), 'dan'],
]
const states: { readonly [State in SheetState | 'none']: SheetStanding } = {
  none: [],
  proposed: after(...way.slice(0, 1)),
  'cross-checked': after(...way.slice(0, 2)),
  validated: after(...way.slice(0, 3)),
  published: after(...way.slice(0, 4)),
  superseded: after(...way),
}

describe('every state and every command', () => {
  const over = { check: 'sheet-not-proposed', validate: 'sheet-not-cross-checked', publish: 'sheet-not-validated', supersede: 'superseded' }
  const table: { readonly [state: string]: { readonly [step: string]: string } } = {
    none: {
      ...{ propose: 'proposed', update: 'unknown-conflict-sheet', check: 'unknown-conflict-sheet', validate: 'unknown-conflict-sheet' },
      ...{ publish: 'unknown-conflict-sheet', supersede: 'unknown-conflict-sheet' },
    },
    proposed: { ...over, propose: 'sheet-proposed-already', update: 'superseded+proposed', check: 'cross-checked' },
    'cross-checked': { ...over, propose: 'sheet-proposed-already', update: 'sheet-version-waits', validate: 'validated' },
    validated: { ...over, propose: 'sheet-proposed-already', update: 'proposed', publish: 'summary-published' },
    published: { ...over, propose: 'sheet-proposed-already', update: 'proposed' },
    superseded: { ...over, propose: 'sheet-proposed-already', update: 'proposed', supersede: 'sheet-superseded-already' },
  }
  const commands = { propose, update: update(), check: check(), validate: validate(), publish: publish(), supersede: supersede() }
  const cases = Object.entries(states).flatMap(([state, standing]) =>
    Object.entries(commands).map(([step, command]) => [state, step, standing, command] as const),
  )
  test.each(cases)('%s × %s', (state, step, standing, command) => {
    expect(codeOf(standing, command)).toBe(table[state]?.[step])
  })
  test('and each state is reached', () => {
    for (const [state, standing] of Object.entries(states)) expect(standing.at(-1)?.state ?? 'none').toBe(state)
  })
})

describe('three persons', () => {
  test('the proposer does not cross-check, and neither of the two validates', () => {
    expect(codeOf(states.proposed, check(), context('ann'))).toBe('second-person-for-cross-check')
    expect(codeOf(states['cross-checked'], validate(), context('ann'))).toBe('third-person-for-validation')
    expect(codeOf(states['cross-checked'], validate(), context('ben'))).toBe('third-person-for-validation')
  })
  test('a new version begins again, and who checked the former may propose but not check the new', () => {
    const next = after(...way.slice(0, 3), [update(), 'ben'])
    expect(next.map((one) => one.state)).toEqual(['validated', 'proposed'])
    expect(codeOf(next, check(2), context('ben'))).toBe('second-person-for-cross-check')
  })
})

describe('versions', () => {
  test('the former stands until the new one is validated, then is over; what it said does not change', () => {
    const waiting = after(...way.slice(0, 4), [update(), 'ann'], [check(2), 'ben'])
    expect(waiting.map((one) => one.state)).toEqual(['published', 'cross-checked'])
    expect(codeOf(waiting, validate(2))).toBe('superseded+validated')
    const done = after(...way.slice(0, 4), [update(), 'ann'], [check(2), 'ben'], [validate(2), 'cid'])
    expect(done.map((one) => one.state)).toEqual(['superseded', 'validated'])
    expect(done[0]?.content).toEqual(states.published[0]?.content)
  })
  test('from an old page, for an earlier day, for another site: refused', () => {
    expect(codeOf(states.validated, update(3))).toBe('sheet-changed-meanwhile')
    expect(codeOf(states.validated, { ...written, type: 'update', reason: 'r', after: 1, asOf: '2026-11-19' })).toBe(
      'sheet-older-than-what-stands',
    )
    expect(codeOf(states.validated, validate(7))).toBe('unknown-sheet-version')
  })
  test('a proposal of another gives way only to an analyst', () => {
    expect(codeOf(states.proposed, update(), context('eve', { maps: false }))).toBe('sheet-version-waits')
    expect(codeOf(states.proposed, update(), context('ann', { maps: false }))).toBe('superseded+proposed')
  })
  test('what stands is set aside only by who validates', () => {
    expect(codeOf(states.published, supersede(), context('eve', { validates: false }))).toBe('sheet-stands-validator-needed')
    expect(codeOf(states.proposed, supersede(), context('eve', { validates: false }))).toBe('superseded')
  })
  test('who is not cleared is told nothing of versions that others wrote: neither number nor day nor that they wait', () => {
    const field = context('ann', { isCleared: false, maps: false, seesNames: false })
    const outcomeOf = (state: SheetStanding, command: SheetCommand) => {
      const outcome = sheetDecider.decide(state, command, field)
      return outcome.ok ? 'taken' : outcome.refusal
    }
    const silent = { code: 'sheet-with-the-analysts', facts: {} }
    const other = after(...way.slice(0, 3), [update(1, '2026-11-21'), 'eve'])
    expect(outcomeOf(other, update())).toEqual(silent)
    expect(
      outcomeOf([...other.slice(0, 1), ...after(...way.slice(0, 1), [update(), 'eve'], [check(2), 'ben']).slice(1)], update()),
    ).toEqual(silent)
    const stands = after(...way.slice(0, 3), [update(1, '2026-11-21'), 'eve'], [check(2), 'ben'], [validate(2), 'cid'])
    expect(outcomeOf(stands, update())).toEqual(silent)
    // Whatever number is guessed, the answer is the same.
    for (const guess of [1, 2, 3]) expect(outcomeOf(stands, update(guess, '2026-11-21'))).toBe('taken')
    expect(outcomeOf(states.proposed, update(2))).toEqual({ code: 'sheet-changed-meanwhile', facts: { version: 1 } })
  })
  test('of a sheet that one does not see there is none', () => {
    for (const command of [update(), check(), supersede()])
      expect(codeOf(states.proposed, command, context('eve', { sees: false }))).toBe('unknown-conflict-sheet')
  })
})

describe('a writer who does not open secret names', () => {
  const [x, y] = ['019aa5db-c580-7fff-bfff-aaaaaaaaaaa1', '019aa5db-c580-7fff-bfff-aaaaaaaaaaa2']
  const line = (grade: string | null, name: string | null = null, kind = 'trader') => ({ kind, name, grade })
  const kept = (before: readonly object[] | null, sent: readonly object[]) => {
    const standing = before ? after([{ ...propose, content: content({ beneficiaries: before }) }, 'ann']) : []
    const command: SheetCommand = before
      ? { type: 'update', ...written, content: content({ beneficiaries: sent }), reason: 'r', after: 1 }
      : { type: 'propose', ...written, content: content({ beneficiaries: sent }) }
    const outcome = sheetDecider.decide(standing, command, context('eve', { seesNames: false }))
    const event = outcome.ok ? outcome.value.at(-1) : undefined
    return event?.kind === 'conflict-sheet.proposed.v1' ? event.payload.content.beneficiaries : outcome.ok || outcome.refusal.code
  }
  test.each([
    ['sets none', null, [line('2', x)], [line('2')]],
    [
      'sets none beside one that stands',
      [line('2', x)],
      [line('2'), line('3', y, 'exporter')],
      [line('2', x), line('3', null, 'exporter')],
    ],
    ['puts none in the place of another', [line('2', x)], [line('2', y)], [line('2', x)]],
    ['grades the line anew, and the name stays', [line('2', x)], [line('1')], [line('1', x)]],
    [
      'turns lines round, and each name stays with its own',
      [line('2', x), line('1', y)],
      [line('1'), line('2')],
      [line('1', y), line('2', x)],
    ],
    ['drops a line without name and moves none onto another', [line('2', x), line('1')], [line('1')], [line('1'), line('2', x)]],
    ['drops the first of two names', [line('2', x), line('1', y)], [line('1')], [line('1', y), line('2', x)]],
    ['drops all', [line('2', x)], [], [line('2', x)]],
    ['makes another kind of it', [line('2', x)], [line('2', null, 'exporter')], [line('2', null, 'exporter'), line('2', x)]],
  ])('%s', (_what, before, sent, expected) => expect(kept(before, sent)).toEqual(expected))
  test('who sends too many besides is refused', () => {
    const many = ['1', '2', '3', '4', '5', '6'].map((grade) => line(grade, null, 'exporter'))
    const more = ['armed-group', 'foreign-buyer', 'community', 'unknown'].map((kind) => line(null, null, kind))
    expect(kept([line('2', x)], [...many, ...more])).toBe('too-many-beneficiaries')
  })
})
test('a name that was not sealed for this sheet is refused', () =>
  expect(codeOf([], propose, context('ann', { namesOfSheet: false }))).toBe('name-of-another-sheet'))

describe('publication', () => {
  test('two sources of the same kind count once', () => {
    const alike = content({
      corroborations: [
        { kind: 'Presse', on: null },
        { kind: 'presse', on: '2026-11-01' },
      ],
    })
    expect(independent(alike)).toBe(1)
    const standing = after([{ ...propose, content: alike }, 'ann'], [check(), 'ben'], [validate(), 'cid'])
    expect(codeOf(standing, publish())).toBe('needs-two-corroborations')
  })
  test.each(['À la carriere  HAUTE.', 'Dans Lukanda-est.', 'Les veilleurs.', 'À Pango, rien.'])('refuses "%s"', (fr) => {
    expect(codeOf(states.validated, publish(1, fr))).toBe('summary-names-a-place-or-actor')
  })
  test.each(['La province de Lukanda, à l’est.', 'Des gens veillent.'])('takes "%s"', (fr) => {
    expect(codeOf(states.validated, publish(1, fr))).toBe('summary-published')
  })
})

test('a site lies where the register says, whatever was sent', () => {
  const outcome = sheetDecider.decide([], propose, context('ann', { place: { kind: 'known', province: 'XL9', territoire: null } }))
  const [event] = outcome.ok ? outcome.value : []
  expect(event?.kind === 'conflict-sheet.proposed.v1' && event.payload.content.place).toMatchObject({ province: 'XL9', territoire: null })
})

test('folding all events of a sheet again gives the same standing', () => {
  const events = way.flatMap(([command, account], index) => {
    const outcome = sheetDecider.decide(after(...way.slice(0, index)), command, context(account))
    return outcome.ok ? outcome.value : []
  })
  expect(foldEvents(sheetDecider, events)).toEqual(states.superseded)
})
