/* Acceptance test 11, its pure part: two edits without network, and what becomes of each. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dueAt } from '../clocks/clock.ts'
import { firstClockRulebook } from '../clocks/clock-rulebook.ts'
import { calendarOf } from '../clocks/work-calendar.ts'
import * as story from './case-story.ts'
import {
  CaseField,
  type FieldCommand,
  type FieldEvent,
  type FieldValue,
  type Fields,
  HIGH_STAKES,
  decideField,
  evolveFields,
  noFields,
} from './edit-conflict.ts'

const { idOf, worker, supervisor, START, tell, stateOf } = story
const edit = (number: number) => idOf('case-edit', number)
const set = (number: number, value: FieldValue, basedOn: number | null, field: CaseField = 'risk-level'): FieldCommand => ({
  ...({ step: 'set-field', edit: edit(number), field, value } as const),
  basedOn: basedOn === null ? null : edit(basedOn),
})
function play(commands: readonly FieldCommand[]): {
  readonly fields: Fields
  readonly events: readonly FieldEvent[]
  readonly code: string | null
} {
  let [fields, events]: [Fields, readonly FieldEvent[]] = [noFields, []]
  for (const [at, command] of commands.entries()) {
    const outcome = decideField(fields, command, {
      by: at % 2 === 0 ? worker : supervisor,
      at: START,
      newConflict: idOf('case-conflict', 90 + at),
    })
    if (!outcome.ok) return { fields, events, code: outcome.refusal.code }
    fields = outcome.value.reduce(evolveFields, fields)
    events = [...events, ...outcome.value]
  }
  return { fields, events, code: null }
}
const kinds = (commands: readonly FieldCommand[]) => play(commands).events.map((event) => event.kind)

test('acceptance 11: two edits of the level of risk that did not know each other give a conflict, and both values are kept', () => {
  const { fields, events } = play([set(1, 'low', null), set(2, 'medium', 1), set(3, 'high', 1)])
  expect(events.map((event) => event.kind)).toEqual(['case-field.set.v1', 'case-field.set.v1', 'case-field.conflict-found.v1'])
  const [conflict] = [...fields.conflicts.values()]
  expect(conflict).toMatchObject({ field: 'risk-level', current: { value: 'medium' }, offers: [{ value: 'high', edit: edit(3) }] })
  expect(fields.values.get('risk-level')?.current.value).toBe('medium')
  expect(events.at(-1)?.payload).toMatchObject({ tell: [supervisor, worker] })
})

test('acceptance 11: it does not matter who arrives first: nothing is lost either way', () => {
  for (const [first, second] of [
    ['high', 'low'],
    ['low', 'high'],
  ] as const) {
    const text = JSON.stringify(play([set(1, 'medium', null), set(2, first, 1), set(3, second, 1)]).events)
    for (const value of ['medium', first, second]) expect(text).toContain(`"${value}"`)
  }
})

test('acceptance 11: an edit that knew what stood there is no conflict; the same said twice is none; the same parcel twice is one', () => {
  expect(kinds([set(1, 'low', null), set(2, 'high', 1)])).toEqual(['case-field.set.v1', 'case-field.set.v1'])
  expect(kinds([set(1, 'low', null), set(2, 'low', null), set(3, 'high', 2)])).toEqual([
    'case-field.set.v1',
    'case-field.agreed.v1',
    'case-field.set.v1',
  ])
  expect(kinds([set(1, 'low', null), set(1, 'low', null)])).toEqual(['case-field.set.v1'])
})

test('acceptance 11: while a conflict is open everything more is laid beside it; a person ends it, and who knew the chosen value goes on', () => {
  const open = [set(1, 'low', null), set(2, 'medium', 1), set(3, 'high', 1), set(4, 'low', 2)]
  const { fields } = play(open)
  const [id] = [...fields.conflicts.keys()]
  expect(fields.conflicts.size).toBe(1)
  expect(fields.conflicts.get(id ?? '')?.offers.map((one) => one.value)).toEqual(['high', 'low'])
  const resolve: FieldCommand = { step: 'resolve-conflict', conflict: idOf('case-conflict', 92), edit: edit(5), value: 'high' }
  const after = play([...open, resolve])
  expect(after.fields.conflicts.size).toBe(0)
  expect(after.fields.values.get('risk-level')?.current.value).toBe('high')
  expect(kinds([...open, resolve, set(6, 'medium', 3)]).at(-1)).toBe('case-field.set.v1')
  expect(kinds([...open, resolve, set(6, 'low', 2)]).at(-1)).toBe('case-field.conflict-found.v1')
  expect(play([resolve]).code).toBe('unknown-conflict')
})

test('a field on which nothing hangs takes the newer value and says what it replaced', () => {
  const { events } = play([set(1, 'sw', null, 'languages'), set(2, 'fr', null, 'languages')])
  expect(events.at(-1)).toMatchObject({ kind: 'case-field.set.v1', payload: { value: 'fr', replaced: { value: 'sw', edit: edit(1) } } })
})

test('sealed values are compared by their place in the vault', () => {
  const sealed = (id: string) => ({ vault: 'identity', id }) as const
  expect(kinds([set(1, sealed('a'), null, 'safe-contact'), set(2, sealed('a'), null, 'safe-contact')]).at(-1)).toBe('case-field.agreed.v1')
  expect(kinds([set(1, sealed('a'), null, 'safe-contact'), set(2, sealed('b'), null, 'safe-contact')]).at(-1)).toBe(
    'case-field.conflict-found.v1',
  )
})

test('acceptance 11: whatever telephones write in whatever order, every edit is in the record, and no high-stakes value changed unseen', () => {
  const steps = fc.array(
    fc.record({ value: fc.constantFrom('low', 'medium', 'high'), base: fc.nat(12), field: fc.constantFrom(...HIGH_STAKES) }),
    { maxLength: 12 },
  )
  fc.assert(
    fc.property(steps, (some) => {
      const commands = some.map(({ value, base, field }, at) => set(at + 1, value, base === 0 ? null : base, field))
      const { events } = play(commands)
      const text = JSON.stringify(events)
      for (const command of commands) expect(text).toContain(command.edit)
      let fields = noFields
      for (const event of events) {
        if (event.kind === 'case-field.set.v1' && event.payload.replaced !== null)
          expect(fields.values.get(event.payload.field)?.known).toContain(event.payload.basedOn)
        fields = evolveFields(fields, event)
      }
    }),
  )
})

const rate = (number: number, threatened: 'yes' | 'no', basedOn: number | null, at: string): story.Told => [
  {
    about: 'assessment',
    ask: {
      step: 'rate-risk',
      answers: { ...story.calm, threatened },
      edit: edit(number),
      basedOn: basedOn === null ? null : edit(basedOn),
    },
  },
  { at, newConflict: idOf('case-conflict', number) },
]
test('acceptance 11: two ratings without network leave the case at the graver risk, its clocks with it, until a person chooses', () => {
  const first = '2026-11-22T10:00:00.000Z'
  const events = tell([...story.active, rate(1, 'no', null, START), rate(2, 'yes', 1, first), rate(3, 'no', 1, '2026-11-22T11:00:00.000Z')])
  const file = stateOf(events)
  expect(file.ratings.map((one) => one.level)).toEqual(['low', 'high', 'high'])
  expect(file.fields.conflicts.size).toBe(1)
  const run = { clock: 'full-assessment', round: 0, startedAt: START, doneAt: null, ratings: file.ratings, pauses: [] } as const
  const setting = { rules: firstClockRulebook.values, calendar: calendarOf('Africa/Lubumbashi'), now: '2026-11-23T00:00:00.000Z' }
  expect(dueAt(run, setting)).toBe('2026-11-25T21:59:59.999Z')
  const third = stateOf(
    tell(
      [rate(4, 'no', 1, '2026-11-22T12:00:00.000Z')],
      tell([rate(2, 'yes', null, first)], tell([...story.active, rate(1, 'no', null, START)])),
    ),
  )
  expect(third.ratings.map((one) => one.level)).toEqual(['low', 'high', 'high'])
  const ended = tell(
    [[{ about: 'field', ask: { step: 'resolve-conflict', conflict: idOf('case-conflict', 3), edit: edit(9), value: 'low' } }]],
    events,
  )
  expect(stateOf(ended).ratings.at(-1)?.level).toBe('low')
  expect(stateOf(ended).fields.conflicts.size).toBe(0)
})
