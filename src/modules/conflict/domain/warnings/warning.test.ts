/* Every state of a warning against every command: what is taken, what is refused and by which word. */
import { describe, expect, test } from 'vitest'
import { foldEvents } from '../../../../kernel/decider.ts'
import { asId, parse } from '../../../../kernel/schema.ts'
import { PersonWarningType, ReportWarning, type WarningState, WarningType, touchesPersons } from '../../contract-warnings.ts'
import { type MaybeWarning, type WarningCommand, type WarningContext, warningDecider } from './warning.ts'
import type { WarningEvent } from './warning-events.ts'
import { scoresOf } from './zone-score.ts'

const numbered = (n: number) => `0192f0c4-0000-7000-8000-00000000000${n}`
const police = asId('organisation', numbered(1))
const rescue = asId('organisation', numbered(2))
const office = asId('organisation', numbered(3))
const incident = asId('incident', numbered(4))
const context: WarningContext = {
  ...{
    now: '2026-11-21T10:00:00.000Z',
    writtenAt: null,
    today: '2026-11-21',
    account: 'sorter',
    organisation: office,
    number: 'W-2026-0007',
  },
  ...{ place: { province: 'XL1', territoire: 'XL102', site: null }, known: true, triages: true, party: false },
  ...{ bodies: [police, rescue], partyBodies: [], incidentNumber: null },
}
const report: ReportWarning = {
  ...{ type: 'attack', channel: 'radio', territoire: 'XL102', severity: 5, reporter: 'anonymous', what: 'Tirs entendus.' },
}
const commands = {
  receive: { type: 'receive', report },
  verify: { type: 'assess', as: 'verified', basis: 'two-sources' },
  doubt: { type: 'assess', as: 'unverified', basis: 'one-source' },
  deny: { type: 'assess', as: 'false', basis: 'seen-on-site', because: 'rumour' },
  grade: { type: 'grade', severity: 3, why: 'eased' },
  share: { type: 'share', responders: [police] },
  acknowledge: { type: 'acknowledge', organisation: police },
  respond: { type: 'respond', organisation: police, did: ['patrol-sent'], doneOn: '2026-11-21' },
  close: { type: 'close', feedback: 'radio' },
  incident: { type: 'open-incident', incident },
} satisfies { readonly [name: string]: WarningCommand }
type Name = keyof typeof commands
/** What is grave is closed by another hand than the one that assessed it. */
const sending = (name: string): WarningContext => ({ ...context, account: name === 'close' ? 'second sorter' : 'sorter' })

function after(...names: readonly Name[]): MaybeWarning {
  const past: WarningEvent[] = []
  for (const name of names) {
    const outcome = warningDecider.decide(foldEvents(warningDecider, past), commands[name], sending(name))
    if (!outcome.ok) throw new Error(`${name}: ${outcome.refusal.code}`)
    past.push(...outcome.value)
  }
  return foldEvents(warningDecider, past)
}
const decided = (state: MaybeWarning, command: WarningCommand, more: Partial<WarningContext> = {}): string => {
  const outcome = warningDecider.decide(state, command, { ...context, ...more })
  return outcome.ok ? 'taken' : outcome.refusal.code
}

const OVER = 'warning-closed'
const every = (word: string): { readonly [Command in Name]: string } => ({
  ...{ receive: 'warning-sent-already', verify: word, doubt: word, deny: word, grade: word, share: word },
  ...{ acknowledge: word, respond: word, close: word, incident: word },
})
const table: readonly (readonly [string, readonly Name[], { readonly [Command in Name]: string }])[] = [
  ['nothing', [], { ...every('unknown-warning'), receive: 'taken' }],
  [
    'received',
    ['receive'],
    {
      ...every('taken'),
      ...{ share: 'warning-not-assessed', acknowledge: 'warning-not-shared', respond: 'warning-not-shared' },
      ...{ close: 'warning-not-assessed', incident: 'warning-not-verified' },
    },
  ],
  [
    'verified',
    ['receive', 'verify'],
    {
      ...every('taken'),
      ...{
        verify: 'warning-assessed-so',
        acknowledge: 'warning-not-shared',
        respond: 'warning-not-shared',
        close: 'warning-without-response',
      },
    },
  ],
  [
    'unverified',
    ['receive', 'doubt'],
    {
      ...every('taken'),
      ...{ doubt: 'warning-assessed-so', acknowledge: 'warning-not-shared', respond: 'warning-not-shared' },
      ...{ close: 'warning-without-response', incident: 'warning-not-verified' },
    },
  ],
  [
    'false',
    ['receive', 'deny'],
    {
      ...every('taken'),
      ...{
        deny: 'warning-assessed-so',
        acknowledge: 'warning-not-shared',
        respond: 'warning-not-shared',
        incident: 'warning-not-verified',
      },
    },
  ],
  [
    'shared',
    ['receive', 'verify', 'share'],
    { ...every('taken'), verify: 'warning-assessed-so', share: 'warning-shared-already', close: 'warning-without-response' },
  ],
  [
    'response',
    ['receive', 'verify', 'share', 'respond'],
    { ...every('taken'), verify: 'warning-assessed-so', share: 'warning-shared-already', acknowledge: 'warning-acknowledged-already' },
  ],
  ['closed', ['receive', 'verify', 'share', 'respond', 'close'], every(OVER)],
]

describe.each(table)('%s', (_state, past, expected) => {
  test.each(Object.keys(commands).map((name) => [name] as const))('%s', (name) => {
    const [found] = Object.entries(commands).filter(([key]) => key === name)
    const [, wanted = ''] = Object.entries(expected).find(([key]) => key === name) ?? []
    expect(found && decided(after(...past), found[1], sending(name))).toBe(wanted)
  })
})

test('the states are those of the specification, in their order', () => {
  const seen: (WarningState | undefined)[] = []
  const path: readonly Name[] = ['receive', 'doubt', 'share', 'respond', 'close']
  for (const [at] of path.entries()) seen.push(after(...path.slice(0, at + 1))?.state)
  expect(seen).toEqual(['received', 'unverified', 'shared', 'response', 'closed'])
  expect(after('receive', 'deny')?.state).toBe('false')
  // What is learned later changes the word and does not go back.
  expect(after('receive', 'doubt', 'share', 'respond', 'deny')).toMatchObject({ state: 'response', assessment: 'false', because: 'rumour' })
})

test('a false one needs a reason, and is closed without a response; any other is not', () => {
  const deny: WarningCommand = { type: 'assess', as: 'false', basis: 'authority' }
  expect(decided(after('receive'), deny)).toBe('false-warning-needs-reason')
  expect(decided(after('receive'), { type: 'assess', as: 'verified', basis: 'authority', because: 'rumour' })).toBe(
    'warning-reason-of-another',
  )
  expect(after('receive', 'deny', 'close')?.closed?.feedback).toBe('radio')
})

test('to close, every body has answered or it is said why nobody waits', () => {
  const both = warningDecider.decide(after('receive', 'verify'), { type: 'share', responders: [police, rescue] }, context)
  const answered = warningDecider.decide(
    foldEvents(warningDecider, [...eventsOf('receive', 'verify'), ...(both.ok ? both.value : [])]),
    commands.respond,
    context,
  )
  const state = foldEvents(warningDecider, [
    ...eventsOf('receive', 'verify'),
    ...(both.ok ? both.value : []),
    ...(answered.ok ? answered.value : []),
  ])
  expect(decided(state, commands.close)).toBe('warning-responses-missing')
  expect(decided(state, { ...commands.close, unanswered: 'no-contact' }, sending('close'))).toBe('taken')
})
function eventsOf(...names: readonly Name[]): readonly WarningEvent[] {
  const past: WarningEvent[] = []
  for (const name of names) {
    const outcome = warningDecider.decide(foldEvents(warningDecider, past), commands[name], sending(name))
    if (outcome.ok) past.push(...outcome.value)
  }
  return past
}

test('a body with a part in it decides nothing, answers nothing and is handed nothing', () => {
  const state = after('receive', 'verify', 'share')
  for (const name of ['grade', 'share', 'acknowledge', 'respond', 'close'] as const)
    expect(decided(state, commands[name], { party: true })).toBe('party-to-warning')
  expect(decided(after('receive', 'verify'), commands.share, { partyBodies: [police] })).toBe('responder-has-a-part')
  expect(decided(after('receive', 'verify'), commands.share, { bodies: [] })).toBe('unknown-responder')
})

test('a body answers for itself alone; who sorts writes for any of those asked', () => {
  const state = after('receive', 'verify', 'share')
  const asPolice = { organisation: police, triages: false }
  const own: WarningCommand = { type: 'respond', did: ['rescue'], doneOn: '2026-11-20' }
  expect(decided(state, own, asPolice)).toBe('taken')
  expect(decided(state, own, { organisation: rescue, triages: false })).toBe('not-a-responder')
  expect(decided(state, { ...own, organisation: police }, { organisation: rescue, triages: false })).toBe('not-a-responder')
  expect(decided(state, { ...own, did: [] }, asPolice)).toBe('response-says-nothing')
  expect(decided(state, { ...own, doneOn: '2026-11-22' }, asPolice)).toBe('response-in-the-future')
  expect(decided(state, commands.grade, asPolice)).toBe('not-yours-to-sort')
})

describe('what touches persons', () => {
  const persons = { women: 2, men: null, girls: null, boys: 0 }
  const base = { channel: 'phone', territoire: 'XL102', severity: 4, reporter: 'anonymous' }
  test.each(PersonWarningType.options.map((type) => [type] as const))('%s: place and counts, and no field for words', (type) => {
    expect(parse(ReportWarning, { type, ...base, persons }).ok).toBe(true)
    for (const field of ['what', 'words', 'note', 'name', 'described'])
      expect(parse(ReportWarning, { type, ...base, persons, [field]: 'x' }).ok).toBe(false)
    expect(touchesPersons(type)).toBe(true)
  })
  test.each(WarningType.options.filter((one) => !touchesPersons(one)).map((type) => [type] as const))(
    '%s: no counts of persons',
    (type) => {
      expect(parse(ReportWarning, { type, ...base, what: 'x' }).ok).toBe(true)
      expect(parse(ReportWarning, { type, ...base, persons }).ok).toBe(false)
    },
  )
  test('nor do words stand beside anything that is decided about it', () => {
    const received = warningDecider.decide(
      null,
      {
        type: 'receive',
        report: { type: 'abduction', channel: 'phone', territoire: 'XL102', severity: 4, reporter: 'anonymous', persons },
      },
      context,
    )
    const state = foldEvents(warningDecider, received.ok ? received.value : [])
    for (const name of ['verify', 'doubt', 'deny', 'grade', 'share', 'respond', 'close'] as const)
      expect(decided(state, { ...commands[name], words: 'x' })).toBe('warning-takes-no-words')
    expect(decided(state, commands.verify)).toBe('taken')
  })
})

describe('a text message that did not say what it is', () => {
  const text = { voice: asId('voice', numbered(6)), channel: 'sms', organisations: [] } as const
  const heard = (type: 'attack' | null): MaybeWarning => {
    const outcome = warningDecider.decide(null, { type: 'receive-text', heard: { type, severity: 5, territoire: 'XL102' }, text }, context)
    return foldEvents(warningDecider, outcome.ok ? outcome.value : [])
  }
  test('takes no words until that is settled: they would stand beside what touches persons', () => {
    for (const name of ['verify', 'doubt', 'deny', 'grade', 'close'] as const)
      expect(decided(heard(null), { ...commands[name], words: 'x' })).toBe('warning-still-unsure')
    expect(decided(heard(null), commands.verify)).toBe('taken')
    expect(decided(heard('attack'), { ...commands.verify, words: 'x' })).toBe('taken')
  })
  test('becomes no incident until that is settled: one of the wrong kind would lie open', () => {
    const verified = (state: MaybeWarning): MaybeWarning => {
      const outcome = warningDecider.decide(state, commands.verify, context)
      return outcome.ok ? outcome.value.reduce(warningDecider.evolve, state) : null
    }
    expect(decided(verified(heard(null)), commands.incident)).toBe('warning-still-unsure')
    expect(decided(verified(heard('attack')), commands.incident)).toBe('taken')
  })
  test('weighs in no zone before it is settled, whichever part is open', () => {
    const zonesOf = (state: MaybeWarning) => scoresOf(state ? [state] : [], context.now, { nameOf: (code) => code })
    const grave = { type: 'receive-text', heard: { type: 'attack', severity: null, territoire: 'XL102' }, text } as const
    const open = warningDecider.decide(null, grave, context)
    expect(zonesOf(foldEvents(warningDecider, open.ok ? open.value : []))).toEqual([])
    expect(zonesOf(heard('attack'))).toHaveLength(1)
  })
})

describe('a second person', () => {
  const closed = (state: MaybeWarning, account: string) => decided(state, { ...commands.close, unanswered: 'no-contact' }, { account })
  test('who said what a grave one is does not close it; that its severity was lowered since changes nothing', () => {
    for (const state of [after('receive', 'verify', 'share', 'respond'), after('receive', 'grade', 'verify', 'share', 'respond')]) {
      expect(closed(state, 'sorter')).toBe('second-person-to-close')
      expect(closed(state, 'another')).toBe('taken')
    }
    expect(closed(after('receive', 'deny'), 'sorter')).toBe('second-person-to-close')
  })
  test.each([
    ['attack', 3, 'taken'],
    ['attack', 4, 'second-person-to-close'],
    ['abduction', 1, 'second-person-to-close'],
  ] as const)('%s of severity %i, closed by who assessed it: %s', (type, severity, expected) => {
    const [received] = eventsOf('receive')
    if (received?.kind !== 'warning.received.v1') throw new Error('nothing received')
    const other: WarningEvent = { ...received, payload: { ...received.payload, type, severity } }
    const denied = warningDecider.decide(foldEvents(warningDecider, [other]), commands.deny, context)
    expect(closed(foldEvents(warningDecider, [other, ...(denied.ok ? denied.value : [])]), 'sorter')).toBe(expected)
  })
})

test('one incident: announced, it keeps others from opening one, by its number once it is there; refused, it makes room again', () => {
  const announced = after('receive', 'verify', 'incident')
  const other: WarningCommand = { type: 'open-incident', incident: asId('incident', numbered(5)) }
  expect(decided(announced, other)).toBe('warning-incident-being-opened')
  expect(decided(announced, other, { incidentNumber: 'INC-7' })).toBe('warning-has-incident')
  expect(decided(announced, other, { now: '2026-11-21T10:05:00.001Z' })).toBe('taken')
  const refuse: WarningCommand = { type: 'incident-refused', incident, code: 'x' }
  expect(decided(announced, refuse, { incidentNumber: 'INC-7' })).toBe('warning-has-no-such-incident')
  const back = warningDecider.decide(announced, refuse, context)
  expect(decided(foldEvents(warningDecider, [...eventsOf('receive', 'verify', 'incident'), ...(back.ok ? back.value : [])]), other)).toBe(
    'taken',
  )
})

test('what was written without network runs from when it was written, and never from the future', () => {
  const receivedAt = (writtenAt: string) => {
    const outcome = warningDecider.decide(null, commands.receive, { ...context, writtenAt })
    return outcome.ok && outcome.value[0]?.kind === 'warning.received.v1' ? outcome.value[0].payload.receivedAt : null
  }
  expect(receivedAt('2026-11-20T22:00:00.000Z')).toBe('2026-11-20T22:00:00.000Z')
  expect(receivedAt('2026-11-22T22:00:00.000Z')).toBe(context.now)
})

test('nothing is heard in the future, and no place is made up', () => {
  const later: WarningCommand = { type: 'receive', report: { ...report, receivedAt: '2026-11-21T10:00:00.001Z' } }
  expect(decided(null, later)).toBe('warning-in-the-future')
  expect(decided(null, commands.receive, { place: null })).toBe('unknown-warning-place')
})
