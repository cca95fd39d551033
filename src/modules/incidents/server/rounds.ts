/*
The round of clocks: what a level had for too long goes to the next one, by itself and on record. It acts under its own name, so that nobody
can be asked not to. A round that is cut off leaves what it did; the next one goes on.
*/
import { randomBytes } from 'node:crypto'
import { todayAt } from '../../../kernel/calendar.ts'
import { uuidV7 } from '../../../kernel/ids.ts'
import { asId } from '../../../kernel/schema.ts'
import { clocksOf, nextLevel } from '../domain/clocks.ts'
import { rulesOf, runningOf } from './answers.ts'
import { type IncidentDoors, type IncidentHouse, incidentAggregate } from './doors.ts'
import { incidentFacts } from './facts.ts'
import { listOpenIncidents } from './store-reads.ts'

export const CLOCK = { account: 'clock', organisation: null, role: null } as const

/** How many were passed on. */
export async function escalateByClock(doors: IncidentDoors, { database, log, clock, tenant }: IncidentHouse): Promise<number> {
  const today = todayAt(clock())
  const { rows, rules } = await database.read(async (tx) => ({
    rows: await listOpenIncidents(tx, tenant),
    rules: await rulesOf(tx, tenant),
  }))
  let passed = 0
  for (const row of rows) {
    const running = runningOf(row)
    const next = nextLevel(running, rules)
    if (!next || !clocksOf(running, rules, today).some((one) => one.clock === 'escalate' && one.overdue)) continue
    const command = { type: 'escalate-by-clock' as const, to: next.to }
    const who = { organisation: null, capabilities: new Set<string>(), territory: 'everywhere' as const }
    const outcome = await log().execute({
      ...{ tenant, aggregate: incidentAggregate, actor: CLOCK, subject: row.id, command },
      envelope: { id: asId('command', uuidV7(Date.parse(clock()), randomBytes(10))) },
      context: (tx, file, moment) => incidentFacts({ tx, tenant, doors, who, moment }, file, { incident: row.id, command }),
    })
    if (outcome.ok) passed += 1
  }
  return passed
}
