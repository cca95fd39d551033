/*
The run-book of a breach over HTTP, for the data protection officer of a body and for nobody else: a breach of another body is unknown here. Persons
stand by the code of their file; whom a code means is known to the team alone.
*/
import { todayAt } from '../../../../kernel/calendar.ts'
import { accepted, refused } from '../../../../kernel/outcome.ts'
import { type Infer, asId, mustParse, record } from '../../../../kernel/schema.ts'
import { readRoute, writeRoute } from '../../../../platform/http/build-route.ts'
import { type Route, can } from '../../../../platform/http/route.ts'
import type { Aggregate } from '../../../../platform/log/aggregate.ts'
import { BreachDetail, BreachLine, BreachList } from '../../contract-breach.ts'
import {
  type Breach,
  BreachCommand,
  type BreachEvent,
  BreachId,
  BreachState,
  breachClocks,
  breachDecider,
  breachKinds,
  drillDueOn,
  noBreach,
} from '../../domain/retention/breach.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { type BreachRow, findBreach, listBreaches } from './store-breach.ts'

type Context = Parameters<typeof breachDecider.decide>[2]
export const breachAggregate: Aggregate<Breach, BreachCommand, BreachEvent, Context> = {
  ...{ name: 'breach', decider: breachDecider, kinds: breachKinds },
}
const may = can('cases.protect-data')
const params = record({ breach: BreachId })

/** Whether somebody of the body answers for the file of a code: they warn the person, by the safe contact way. */
export type IsAnsweredFor = (
  tx: Tx,
  asked: { readonly tenant: string; readonly organisation: string; readonly code: string },
) => Promise<boolean>

export const breachRoutes = (isAnsweredFor: IsAnsweredFor): readonly Route[] => [
  readRoute({
    path: '/api/breaches',
    summary: 'breaches and drills of the own body with their clocks, and when the next drill is due; no person',
    allow: may,
    answer: BreachList,
    read: async ({ tx, who, now }) => {
      const rows = await listBreaches(tx, who.tenant, who.organisation)
      const lastDrill = rows.find(({ isDrill }) => isDrill)
      const due = drillDueOn(lastDrill ? todayAt(lastDrill.detectedAt) : null)
      return accepted(
        mustParse(BreachList, {
          breaches: rows.map((row) => lineOf(row, now)),
          drillDueOn: due,
          isDrillDue: due === null || due <= todayAt(now),
        }),
      )
    },
  }),
  readRoute({
    path: '/api/breaches/:breach',
    summary: 'one breach: steps, clocks, persons by the code of their file',
    allow: may,
    params,
    answer: BreachDetail,
    read: async ({ tx, who, params: { breach }, now }) => {
      const row = await findBreach(tx, who.tenant, breach)
      if (row === null || row.organisation !== who.organisation) return refused('unknown-breach')
      const { said, persons } = row
      const reached = BreachState.options.flatMap((state) => (row.reached[state] ? [{ state, at: row.reached[state] }] : []))
      return accepted(
        mustParse(BreachDetail, {
          ...{
            ...lineOf(row, now),
            codes: persons.map(({ code, risk, warning }) => ({ code, risk, warning })),
            reached,
            lessons: said.lessons ?? [],
          },
          ...{ contained: said.contained ?? null, authority: said.authority ?? null, donor: said.donor ?? null },
        }),
      )
    },
  }),
  writeRoute({
    path: '/api/breach-steps/:breach',
    summary: 'one step of the run-book; the first opens it, under an id that the sender makes',
    allow: may,
    params,
    body: BreachCommand,
    write: async ({ door, who, params: { breach }, data, envelope }) => {
      const row = await door.read((tx) => findBreach(tx, who.tenant, breach))
      if (row === null ? data.step !== 'detect' : row.organisation !== who.organisation) return refused('unknown-breach')
      const { organisation } = who
      // Whatever ends the wait of who answers for the file is theirs to say.
      if (data.step === 'warn-person' && data.outcome !== 'not-reached' && organisation !== null) {
        const code = data.subject
        if (await door.read((tx) => isAnsweredFor(tx, { tenant: who.tenant, organisation, code }))) return refused('breach-warned-by-owner')
      }
      return door.execute({
        ...{ aggregate: breachAggregate, subject: breach, command: data, envelope, who },
        context: async (_tx, _state, { now }) => ({ by: asId('account', who.account), at: now }),
      })
    },
  }),
]

function lineOf(row: BreachRow, now: string): Infer<typeof BreachLine> {
  const reachedAt = new Map(BreachState.options.flatMap((state) => (row.reached[state] ? [[state, row.reached[state]] as const] : [])))
  const line = mustParse(BreachLine, { ...pick(row), persons: row.persons.length, clocks: [] })
  const clocks = breachClocks({ ...noBreach, state: line.state, exposure: line.exposure, detectedAt: line.detectedAt, reachedAt }, now)
  return { ...line, clocks: [...clocks] }
}
const pick = ({ id, state, exposure, isDrill, detectedAt }: BreachRow) => ({ id, state, exposure, isDrill, detectedAt })
