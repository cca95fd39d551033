/* The row of a breach follows its events; whose body it is stands with whoever wrote the first. */
import { type StoredEvent, subjectId } from '../../../../platform/log/event.ts'
import { type Projection, on } from '../../../../platform/log/projection.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { Infer } from '../../../../kernel/schema.ts'
import { BreachMoved } from '../../domain/retention/breach.ts'
import { type BreachPersonRow, type BreachRow, findBreach, saveBreach } from './store-breach.ts'

type Moved = Infer<typeof BreachMoved>

export const emergencyProjection: Projection = {
  name: 'emergency',
  tables: ['breach'],
  apply: { 'breach.moved.v1': on(BreachMoved, applyMove) },
}

async function applyMove(tx: Tx, event: StoredEvent<Moved>): Promise<void> {
  const { payload, tenant } = event
  const id = subjectId(event.subject)
  if (payload.step === 'detect') {
    const { exposure, isDrill, detectedAt, subjects } = payload
    const persons = [...new Set(subjects)].map((code) => ({ code, risk: null, warning: null }))
    const organisation = event.actor.organisation
    const row = { id, organisation, state: payload.to, exposure, isDrill, detectedAt, persons, reached: { detected: payload.at }, said: {} }
    return saveBreach(tx, tenant, row)
  }
  const row = await findBreach(tx, tenant, id)
  if (row === null) return
  await saveBreach(tx, tenant, { ...afterStep(row, payload), state: payload.to, reached: { [payload.to]: payload.at, ...row.reached } })
}

const warned = (person: BreachPersonRow, { outcome, owner }: Extract<Moved, { step: 'warn-person' }>): BreachPersonRow => ({
  ...person,
  ...(owner === 'elsewhere' ? {} : { warning: outcome }),
  ...(owner === undefined ? {} : { owner: outcome }),
})

function afterStep(row: BreachRow, payload: Moved): BreachRow {
  const { persons, said } = row
  switch (payload.step) {
    case 'contain':
      return { ...row, said: { ...said, contained: payload.how } }
    case 'name-persons': {
      const known = new Set(persons.map(({ code }) => code))
      const fresh = [...new Set(payload.subjects)].filter((code) => !known.has(code))
      return { ...row, persons: [...persons, ...fresh.map((code) => ({ code, risk: null, warning: null }))] }
    }
    case 'assess-person':
      return { ...row, persons: persons.map((one) => (one.code === payload.subject ? { ...one, risk: payload.risk } : one)) }
    case 'warn-person':
      return { ...row, persons: persons.map((one) => (one.code === payload.subject ? warned(one, payload) : one)) }
    case 'notify':
      return { ...row, said: { ...said, authority: payload.authority, donor: payload.donor } }
    case 'draw-lessons':
      return { ...row, said: { ...said, lessons: payload.lessons } }
    default:
      return row
  }
}
