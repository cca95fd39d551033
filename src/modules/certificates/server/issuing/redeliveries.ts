/*
To be delivered again: what a stolen key signed on the day of the theft or later, and has no other certificate yet. It may be honest paper on honest goods;
nobody can tell it from a thief's. Told to those who certify, and to each exporter of its own, until another certificate stands in its place or its term is over.
*/
import { todayAt } from '../../../../kernel/calendar.ts'
import { accepted } from '../../../../kernel/outcome.ts'
import { asId } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { readRoute } from '../../../../platform/http/build-route.ts'
import { type Route, can } from '../../../../platform/http/route.ts'
import type { Reader, Waiting } from '../../../notices/contract.ts'
import { Redeliveries, type Redelivery } from '../../contract-issuing.ts'
import { exporterFilter } from '../http-reads.ts'
import { type RedeliveryRow, listRedeliveries } from './store-redeliveries.ts'

/** Whose turn it is: the office revokes; the exporter opens another dossier; goods that left cannot be certified again. */
function nextOf({ leftOn, revokedOn, nextDossier }: RedeliveryRow): Redelivery['next'] {
  if (nextDossier !== null) return 'in-hand'
  if (leftOn !== null) return 'left'
  return revokedOn === null ? 'revoke' : 'open'
}

export const redeliveryRoute = (): Route =>
  readRoute({
    path: '/api/redeliveries',
    allow: can('certificates.read'),
    summary: 'Certificates that a stolen key signed by its day and that have no other yet, with whose turn it is; exporters see their own',
    answer: Redeliveries,
    read: async ({ tx, tenant, who, now }) => {
      const rows = await listRedeliveries(tx, tenant, { exporter: exporterFilter(who), on: todayAt(now) })
      const told = rows.map((row) => ({
        ...{
          number: row.number,
          lot: asId('lot', row.lot),
          lotNumber: row.lotNumber,
          exporterName: row.exporterName,
          issuedOn: row.issuedOn,
          stolenOn: row.stolenOn,
        },
        ...{ next: nextOf(row), nextDossier: row.nextDossier === null ? null : asId('dossier', row.nextDossier), leftOn: row.leftOn },
      }))
      return accepted({ certificates: told })
    },
  })

export async function redeliveryNotices(tx: Tx, { tenant, ...reader }: Reader, now: string): Promise<readonly Waiting[]> {
  const holds = (one: string): boolean => reader.capabilities.has(one)
  const certifies = ['certificates.verify', 'certificates.validate', 'certificates.revoke'].some(holds)
  const exporter = certifies ? null : (reader.organisation ?? null)
  if (!certifies && (exporter === null || !holds('certificates.prepare'))) return []
  const rows = await listRedeliveries(tx, tenant, { exporter, on: todayAt(now) })
  const [only, ...more] = rows
  if (only === undefined) return []
  const path = more.length === 0 ? `/certificates/${only.number}` : '/certificates'
  // A step that somebody took is told anew: it is another's turn then.
  return [
    { kind: 'certificatesToRedeliver', count: rows.length, path, keys: rows.map((row) => `${row.number}/${nextOf(row)}`).slice(0, 500) },
  ]
}
