/* What of incidents waits for whom: actions of the own body, and for those who handle what is late or newly reported. Numbers and paths alone. */
import { addDays, todayAt } from '../../../kernel/calendar.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { NoticeSource, Waiting } from '../../notices/contract.ts'
import type { PeopleDoor } from '../../people/contract.ts'
import { clocksOf } from '../domain/clocks.ts'
import { rulesOf, runningOf } from './answers.ts'
import { sightOf } from './sight.ts'
import { listActions, listIncidents } from './store-reads.ts'

const MOST = 500
/** An owner is reminded from so many days before (D). */
const BEFORE = 14
const waiting = (kind: string, path: string, keys: readonly string[]): Waiting => ({
  kind,
  path,
  count: keys.length,
  keys: keys.slice(0, MOST),
})

export const incidentNotices = (doors: { readonly people: PeopleDoor<Tx> }): NoticeSource<Tx> => ({
  name: 'incidents',
  waiting: async (tx, { tenant, capabilities, territory, organisation = null }, now) => {
    const today = todayAt(now)
    const own = organisation === null ? [] : await listActions(tx, tenant, { owner: organisation })
    const keyOf = (one: { readonly id: string; readonly due: string }): string => `${one.id}/${one.due}`
    const due = own.filter((one) => one.due >= today && one.due <= addDays(today, BEFORE))
    const late = own.filter((one) => one.due < today)
    const found = [
      // From the day on which it was agreed: who is promised to be told is told.
      waiting('incidentActionsGiven', '/incident-actions', own.filter((one) => one.due > addDays(today, BEFORE)).map(keyOf)),
      waiting('incidentActionsDue', '/incident-actions', due.map(keyOf)),
      waiting('incidentActionsLate', '/incident-actions', late.map(keyOf)),
    ]
    if (!capabilities.has('incidents.handle')) return found.filter((one) => one.count > 0)
    const sight = await sightOf(tx, { tenant, doors }, { capabilities, territory, organisation })
    const rules = await rulesOf(tx, tenant)
    const open = (await listIncidents(tx, tenant, { sight, state: 'open' }, MOST)).filter((row) => !row.party)
    const isLate = (row: (typeof open)[number]): boolean => clocksOf(runningOf(row), rules, today).some((one) => one.overdue)
    return [
      ...found,
      waiting(
        'incidentsReported',
        '/incidents?state=reported',
        open.filter((row) => row.state === 'reported').map((row) => row.id),
      ),
      waiting(
        'incidentsLate',
        '/incidents?late=yes',
        open.filter(isLate).map((row) => `${row.id}/${row.level}`),
      ),
    ].filter((one) => one.count > 0)
  },
})
