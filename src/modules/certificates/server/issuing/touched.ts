/*
Certificates that count today and whose sites, exporter or lot are touched by an incident with a risk that stops, which came up after the issue:
told to those who certify, because only a person takes a certificate back. Whoever does not see the file reads the day alone; a body that is a
party to it reads nothing. Lots beneath the certified one and its roads are not looked up here: their sites are.
*/
import { todayAt } from '../../../../kernel/calendar.ts'
import { accepted } from '../../../../kernel/outcome.ts'
import { mustParse } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { readRoute } from '../../../../platform/http/build-route.ts'
import { type Route, can } from '../../../../platform/http/route.ts'
import type { IncidentsDoor, StoppingIncident } from '../../../incidents/contract.ts'
import type { NoticeSource, Reader } from '../../../notices/contract.ts'
import { stoppingRisks } from '../../../risks/contract.ts'
import { type TouchedCertificate, TouchedCertificates } from '../../contract-issuing.ts'
import { CertificateIssued } from '../../domain/dossier-events.ts'
import type { OtherRegisters } from '../beside.ts'
import { listCounting } from '../store-certificates.ts'

interface Asked {
  readonly reader: Omit<Reader, 'tenant'>
  readonly tenant: string
  readonly on: string
}
const certifies = ({ capabilities }: Asked['reader']): boolean =>
  ['certificates.verify', 'certificates.validate', 'certificates.revoke'].some((one) => capabilities.has(one))

const touches = ({ site, organisations, lots }: StoppingIncident, issued: CertificateIssued): boolean =>
  issued.sites.some((one) => one.site === site) || organisations.includes(issued.exporter) || lots.includes(issued.lot)

export async function touchedCertificates(
  tx: Tx,
  registers: OtherRegisters,
  { reader, tenant, on }: Asked,
): Promise<readonly TouchedCertificate[]> {
  const door = registers.incidents?.() ?? null
  if (door === null || !certifies(reader)) return []
  const stops = await door.stopping(tx, tenant, { risks: stoppingRisks, about: 'everything', on })
  if (stops.length === 0) return []
  const told = await sightOf(tx, door, { reader, tenant, stops })
  const counting = (await listCounting(tx, tenant, on)).map((one) => mustParse(CertificateIssued, one))
  return counting.flatMap((issued) =>
    told
      .filter(({ stop }) => touches(stop, issued))
      .slice(0, 1)
      .map(({ stop, seen }) => ({
        ...{ number: issued.number, lotNumber: issued.lotNumber, since: stop.since },
        ...(seen ? { incident: stop.incident, incidentNumber: stop.number } : { incident: null, incidentNumber: null }),
      })),
  )
}

async function sightOf(
  tx: Tx,
  door: IncidentsDoor<Tx>,
  { reader, tenant, stops }: Pick<Asked, 'reader' | 'tenant'> & { readonly stops: readonly StoppingIncident[] },
) {
  const incidents = stops.map((one) => one.incident)
  const { organisation = null, capabilities, territory } = reader
  const seen = await door.visibleTo(tx, tenant, { incidents, who: { organisation, capabilities, territory } })
  const parties = await door.concerning(tx, tenant, { incidents, organisation })
  return stops
    .map((stop) => ({ stop, seen: seen.has(stop.incident) }))
    .filter((one) => one.seen || !parties.has(one.stop.incident))
    .toSorted((a, b) => Number(b.seen) - Number(a.seen))
}

export const touchedRoute = (registers: OtherRegisters): Route =>
  readRoute({
    path: '/api/touched-certificates',
    allow: can('certificates.read'),
    summary: 'Certificates that count and are touched by an incident with a risk that stops: for those who certify; nothing for others',
    answer: TouchedCertificates,
    read: async ({ tx, tenant, who, now }) =>
      accepted({ certificates: [...(await touchedCertificates(tx, registers, { reader: who, tenant, on: todayAt(now) }))] }),
  })

export const certificateNotices = (registers: OtherRegisters): NoticeSource<Tx> => ({
  name: 'certificates',
  waiting: async (tx, { tenant, ...reader }, now) => {
    const found = await touchedCertificates(tx, registers, { reader, tenant, on: todayAt(now) })
    const [only, ...more] = found
    if (only === undefined) return []
    const path = more.length === 0 ? `/certificates/${only.number}` : '/certificates'
    const keys = found.map((one) => `${one.number}/${one.since}`)
    return [{ kind: 'certificatesTouched', path, count: found.length, keys: keys.slice(0, 500) }]
  },
})
