/* The door: what stands still on a day and why, the table of risks of a set of subjects, the chain of a body. */
import { mustParse } from '../../../kernel/schema.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { RiskId, type RiskLine, type RiskSubject, type RisksDoor, type Suspension } from '../contract.ts'
import { lineOf } from '../domain/standing.ts'
import { routeName } from '../domain/risk.ts'
import { type RiskDoors, chainOf, namesOf, readRisk, subjectKey, subjectOf } from './doors.ts'
import { stopsByIncident, suspensionsOf } from './from-incidents.ts'
import { type RiskRow, listRisks } from './store-risks.ts'

const rowsOf = async (tx: Tx, tenant: string, subjects: readonly RiskSubject[] | 'everything'): Promise<readonly RiskRow[]> =>
  subjects === 'everything'
    ? listRisks(tx, tenant, {})
    : subjects.length === 0
      ? []
      : listRisks(tx, tenant, {
          subjects: {
            ids: subjects.flatMap((one) => (one.kind === 'route' ? [] : [one.kind === 'site' ? one.site : one.organisation])),
            routes: subjects.flatMap((one) => (one.kind === 'route' ? [routeName(one.route)] : [])),
          },
        })

const keyOf = ({ subject, code, incident }: Suspension): string => `${subjectKey(subject)} ${code} ${incident}`

export const createRisksDoor = (doors: RiskDoors): RisksDoor<Tx> => ({
  suspensions: async (tx, tenant, { subjects, on }) => {
    const recorded = (await rowsOf(tx, tenant, subjects)).flatMap((row): readonly Suspension[] => {
      const risk = readRisk(row, on)
      if (!risk?.suspended || risk.closed) return []
      const { source, code } = risk.recorded
      const incident = source.kind === 'incident' ? source.incident : null
      return [{ subject: subjectOf(row), risk: mustParse(RiskId, row.id), code, ...risk.suspended, incident }]
    })
    // Of an incident from which somebody recorded the risk, the risk speaks: it may outlast the file, until it is lifted.
    const said = new Set(recorded.map(keyOf))
    const byIncident = (await stopsByIncident(tx, doors, { tenant, about: subjects, on })).flatMap(suspensionsOf)
    return [...recorded, ...byIncident.filter((one) => !said.has(keyOf(one)))]
  },
  table: async (tx, tenant, { subjects, on }) => {
    const rows = await rowsOf(tx, tenant, subjects)
    const nameOf = await namesOf(tx, doors, { tenant, subjects: rows.map(subjectOf) })
    return rows.flatMap((row): readonly RiskLine[] => {
      const risk = readRisk(row, on)
      return risk === null
        ? []
        : [lineOf(risk, { id: mustParse(RiskId, row.id), subjectName: nameOf(subjectKey(subjectOf(row))), day: on })]
    })
  },
  chainOf: (tx, tenant, { organisation, on }) => chainOf(tx, doors, { tenant, organisation, on }),
})
