/* Rules of peace follow-up: what a status asks for, small numbers of children, who checks a promise, how accountability is counted. */
import { describe, expect, test } from 'vitest'
import { foldEvents } from '../../../../kernel/decider.ts'
import { asId, parse } from '../../../../kernel/schema.ts'
import { RecordDdrFigure, RoadmapStatus } from '../../contract-peace.ts'
import { type DdrContext, ddrDecider } from './ddr-figure.ts'
import { type DialogueCommand, type DialogueContext, type DialogueEvent, accountabilityOf, dialogueDecider } from './dialogue.ts'
import { type RoadmapCommand, type RoadmapContext, type RoadmapEvent, isRoadmapOverdue, roadmapDecider } from './roadmap-item.ts'

const numbered = (n: number) => `0192f0c4-0000-7000-8000-00000000000${n}`
const [umoja, division, outside] = [asId('organisation', numbered(1)), asId('organisation', numbered(2)), asId('organisation', numbered(3))]
const now = '2026-11-21T10:00:00.000Z'
const today = '2026-11-21'

describe('an item of the roadmap', () => {
  const context: RoadmapContext = { now, today, organisation: outside, known: true }
  const add: RoadmapCommand = { type: 'add', source: 'workshop', text: 'Route', owner: division, due: '2026-11-20' }
  const after = (...commands: readonly RoadmapCommand[]) => {
    const past: RoadmapEvent[] = []
    for (const command of [add, ...commands]) {
      const outcome = roadmapDecider.decide(foldEvents(roadmapDecider, past), command, context)
      if (!outcome.ok) return outcome.refusal.code
      past.push(...outcome.value)
    }
    return foldEvents(roadmapDecider, past)
  }
  test.each(RoadmapStatus.options.map((status) => [status] as const))('%s asks for what it must', (status) => {
    const bare = after({ type: 'set-status', status })
    const expected =
      status === 'done'
        ? 'roadmap-done-needs-evidence'
        : status === 'blocked' || status === 'dropped'
          ? 'roadmap-status-needs-reason'
          : status === 'not-started'
            ? 'roadmap-status-the-same'
            : { status }
    if (typeof expected === 'string') expect(bare).toBe(expected)
    else expect(bare).toMatchObject(expected)
    if (status !== 'not-started') expect(after({ type: 'set-status', status, evidence: 'x', reason: 'y' })).toMatchObject({ status })
  })
  test('what was over and is not any more says why; a day is not moved any more once it is over', () => {
    const done: RoadmapCommand = { type: 'set-status', status: 'done', evidence: 'x' }
    expect(after(done, { type: 'set-status', status: 'on-track' })).toBe('roadmap-status-needs-reason')
    expect(after(done, { type: 'move-due', due: '2027-01-01', reason: 'x' })).toBe('roadmap-item-over')
    expect(after({ type: 'move-due', due: '2027-01-01', reason: 'x' })).toMatchObject({ due: '2027-01-01', added: { due: '2026-11-20' } })
  })
  test('it has one owner', () => {
    const decided = (more: object) => {
      const outcome = roadmapDecider.decide(null, { ...add, owner: undefined, ...more }, context)
      return outcome.ok ? 'taken' : outcome.refusal.code
    }
    expect([decided({}), decided({ ownerWritten: 'Office' }), decided({ owner: division, ownerWritten: 'Office' })]).toEqual([
      'roadmap-owner-one',
      'taken',
      'roadmap-owner-one',
    ])
  })
  test('it is late the day after, unless it is over', () => {
    expect(isRoadmapOverdue({ status: 'on-track', due: today }, today)).toBe(false)
    expect(isRoadmapOverdue({ status: 'on-track', due: '2026-11-20' }, today)).toBe(true)
    expect([
      isRoadmapOverdue({ status: 'done', due: '2026-11-20' }, today),
      isRoadmapOverdue({ status: 'dropped', due: '2026-11-20' }, today),
    ]).toEqual([false, false])
  })
})

describe('figures of disarmament', () => {
  const figure = {
    ...{
      programme: 'P',
      province: 'XL1',
      asOf: today,
      men: 10,
      women: 1,
      children: 3,
      weapons: null,
      rounds: null,
      explosives: null,
      expected: null,
    },
    source: 'Bulletin',
  }
  test('no field holds a person', () => {
    expect(parse(RecordDdrFigure, figure).ok).toBe(true)
    for (const field of ['name', 'person', 'persons', 'fighters', 'age', 'note'])
      expect(parse(RecordDdrFigure, { ...figure, [field]: 'x' }).ok).toBe(false)
  })
  test('a correction names a figure of the same programme and province that nobody corrected', () => {
    const context: DdrContext = { now, today, organisation: null, isPlaceKnown: true, isNear: true, corrected: null }
    const decided = (more: Partial<DdrContext>, given: object = {}) => {
      const outcome = ddrDecider.decide(false, { type: 'record', ...figure, ...given }, { ...context, ...more })
      return outcome.ok ? 'taken' : outcome.refusal.code
    }
    const same = { programme: 'P', province: 'XL1', isCorrected: false }
    expect(decided({ corrected: same })).toBe('taken')
    expect(decided({ corrected: { ...same, isCorrected: true } })).toBe('ddr-figure-corrected-already')
    expect(decided({ corrected: { ...same, programme: 'Q' } })).toBe('ddr-figure-of-another')
    expect(decided({ corrected: { ...same, programme: ' p ' } })).toBe('taken')
    expect(decided({ corrected: 'unknown' })).toBe('unknown-ddr-figure')
    expect(decided({}, { asOf: '2026-11-22' })).toBe('ddr-day-in-the-future')
    expect(decided({}, { men: null, women: null, children: null })).toBe('ddr-figure-empty')
    expect(decided({ isNear: false })).toBe('outside-your-territory')
  })
})

describe('a dialogue', () => {
  const context: DialogueContext = { now, today, account: 'recorder', organisation: outside, known: true, isNear: true }
  const [first, second, third] = [asId('commitment', numbered(6)), asId('commitment', numbered(7)), asId('commitment', numbered(8))]
  const hold: DialogueCommand = {
    ...{ type: 'hold', province: 'XL1', territoire: 'XL102', topic: 'taxes', heldOn: '2026-10-01' },
    parties: [
      { kind: 'body', organisation: umoja },
      { kind: 'community', written: 'Cultivateurs de la rive' },
      { kind: 'body', organisation: umoja },
    ],
    agreements: [
      { id: first, who: 0, what: 'a', due: '2026-11-01' },
      { id: second, who: 1, what: 'b', due: today },
      { id: third, who: 0, what: 'c', due: '2026-11-22' },
    ],
  }
  const past: DialogueEvent[] = []
  const made = dialogueDecider.decide(null, hold, context)
  if (made.ok) past.push(...made.value)
  const decided = (command: DialogueCommand, more: Partial<DialogueContext> = {}) => {
    const outcome = dialogueDecider.decide(foldEvents(dialogueDecider, past), command, { ...context, account: 'checker', ...more })
    return outcome.ok ? 'taken' : outcome.refusal.code
  }
  const check = { type: 'check', commitment: first, as: 'kept', on: today, checkedBy: { kind: 'party', party: 1 } } as const

  test('who promised neither checks nor writes the check down', () => {
    expect(decided(check)).toBe('taken')
    expect(decided({ ...check, checkedBy: { kind: 'party', party: 0 } })).toBe('second-party-for-check')
    // The same body, further down in the list.
    expect(decided({ ...check, checkedBy: { kind: 'party', party: 2 } })).toBe('second-party-for-check')
    expect(decided({ ...check, checkedBy: { kind: 'body', organisation: umoja } })).toBe('second-party-for-check')
    expect(decided({ ...check, checkedBy: { kind: 'body', organisation: division } })).toBe('taken')
    expect(decided(check, { organisation: umoja })).toBe('second-party-for-check')
  })
  test('who wrote the dialogue down does not write whether it was kept; of before accounts were kept, nobody of that body', () => {
    expect(decided(check, { account: 'recorder' })).toBe('recorder-does-not-check')
    expect(decided(check, { account: 'checker' })).toBe('taken')
    const [held] = past
    if (held?.kind !== 'dialogue.held.v1') throw new Error('nothing held')
    const { account: _account, ...before } = held.payload
    const old = foldEvents(dialogueDecider, [{ kind: held.kind, payload: before }])
    const outcome = dialogueDecider.decide(old, check, { ...context, account: 'checker' })
    expect(outcome.ok ? 'taken' : outcome.refusal.code).toBe('recorder-does-not-check')
    expect(dialogueDecider.decide(old, check, { ...context, account: 'checker', organisation: division }).ok).toBe(true)
  })
  test('a check has its day, its promise and its party', () => {
    expect(decided({ ...check, on: '2026-11-22' })).toBe('check-day-not-valid')
    expect(decided({ ...check, on: '2026-09-30' })).toBe('check-day-not-valid')
    expect(decided({ ...check, commitment: asId('commitment', numbered(9)) })).toBe('no-such-commitment')
    expect(decided({ ...check, checkedBy: { kind: 'party', party: 3 } })).toBe('no-such-party')
    expect(decided(check, { isNear: false })).toBe('unknown-dialogue')
  })
  test('kept of due: what is not due is counted apart, what nobody checked is not kept, the last check counts', () => {
    const payload = { at: now, body: null }
    const checked = (commitment: typeof first, as: 'kept' | 'partly' | 'broken'): DialogueEvent => ({
      kind: 'dialogue.commitment-checked.v1',
      payload: { commitment, as, on: today, checkedBy: { kind: 'party', party: 1 }, ...payload },
    })
    const fold = (...events: readonly DialogueEvent[]) => {
      const dialogue = foldEvents(dialogueDecider, [...past, ...events])
      return accountabilityOf(dialogue === null ? [] : [dialogue], today)
    }
    expect(fold()).toEqual({ due: 2, kept: 0, partly: 0, broken: 0, notChecked: 2, notDue: 1 })
    expect(fold(checked(first, 'kept'), checked(first, 'broken'), checked(third, 'kept'))).toEqual({
      ...{ due: 2, kept: 0, partly: 0, broken: 1, notChecked: 1, notDue: 1 },
    })
  })
  test('it has two parties, and promises of theirs alone', () => {
    const fresh = (more: object) => {
      const outcome = dialogueDecider.decide(null, { ...hold, ...more }, context)
      return outcome.ok ? 'taken' : outcome.refusal.code
    }
    expect(fresh({ parties: hold.type === 'hold' ? hold.parties.slice(0, 1) : [] })).toBe('dialogue-needs-two-parties')
    expect(fresh({ agreements: [{ id: first, who: 3, what: 'x', due: today }] })).toBe('no-such-party')
    expect(fresh({ heldOn: '2026-11-22' })).toBe('dialogue-in-the-future')
  })
})
