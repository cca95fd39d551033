/*
Asks the other registers about a lot: exporter, titles, papers, cards, incidents, suspensions. Each is asked once for the whole lot, because a
lot of twenty-five tonnes has thousands of bags. A register that this program does not have answers `null`, which no check takes for a pass.
*/
import { asId } from '../../../kernel/schema.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { LotOrigin, OriginDoor } from '../../custody/contract-origin.ts'
import type { LotTrace } from '../../custody/contract.ts'
import type { PapersDoor } from '../../documents/contract-papers.ts'
import type { IncidentsDoor } from '../../incidents/contract.ts'
import type { ExportersDoor } from '../../operators/contract-exporters.ts'
import type { OperatorsDoor } from '../../operators/contract.ts'
import type { OrganisationId } from '../../people/contract.ts'
import type { RiskSubject, RisksDoor } from '../../risks/contract.ts'
import type { RegisterDoor } from '../../sites/contract-register.ts'
import type { SiteId } from '../../sites/contract.ts'
import type { LotBeside } from '../domain/check-input.ts'

/** Custody and sites are there before; the others are made later, and one that is not there yet answers `null`. */
export interface OtherRegisters {
  readonly origin?: OriginDoor<Tx>
  readonly titles?: RegisterDoor<Tx>['titles']
  readonly exporters?: () => ExportersDoor<Tx> | null
  readonly papers?: () => Pick<PapersDoor<Tx>, 'papersAbout'> | null
  readonly operators?: () => Pick<OperatorsDoor<Tx>, 'partiesOn'> | null
  readonly incidents?: () => IncidentsDoor<Tx> | null
  readonly risks?: () => RisksDoor<Tx> | null
}

export interface BesideAsked {
  readonly tenant: string
  readonly trace: LotTrace
  readonly origin: LotOrigin | null
  readonly sites: readonly SiteId[]
  readonly exporter: string | null
  readonly on: string
  readonly knownAt: string
}

export async function besideOf(tx: Tx, registers: OtherRegisters, asked: BesideAsked): Promise<LotBeside> {
  const { tenant, trace, origin, sites, on, knownAt } = asked
  const exporter = asked.exporter === null ? null : asId('organisation', asked.exporter)
  const exporters = registers.exporters?.() ?? null
  const suppliers = exporter === null || exporters === null ? [] : await exporters.suppliersOn(tx, tenant, { organisation: exporter, on })
  const hands = [...new Set([trace.holder, ...trace.holders.map((one) => one.organisation), ...(exporter === null ? [] : [exporter])])]
  const bodies = [...new Set([...hands, ...suppliers])]
  return {
    origin: origin === null ? null : { shares: origin.shares, legs: origin.legs, kinds: origin.kinds },
    exporter: exporter === null || exporters === null ? null : await exporters.exporterOn(tx, tenant, { organisation: exporter, on }),
    titles: registers.titles === undefined ? null : await registers.titles(tx, tenant, { sites, asOf: on, knownAt }),
    papers: await papersOf(tx, registers, asked),
    parties: await partiesOf(tx, registers, asked),
    incidents: await incidentsOf(tx, registers, { ...asked, bodies }),
    suspensions: await suspensionsOf(tx, registers, { ...asked, bodies }),
  }
}

const lotsOf = ({ origin, trace }: BesideAsked): LotOrigin['lots'] => origin?.lots ?? [trace.lot, ...trace.roots.map((root) => root.lot)]

async function papersOf(tx: Tx, registers: OtherRegisters, asked: BesideAsked): Promise<LotBeside['papers']> {
  const door = registers.papers?.() ?? null
  if (door === null) return null
  const numbers = [...new Set((asked.origin?.legs ?? []).flatMap((leg) => leg.papers.map((one) => one.number)))]
  const { tenant, sites, on } = asked
  return door.papersAbout(tx, tenant, { lots: lotsOf(asked), sites, numbers, on })
}

/** Each hand on each day on which it took goods. */
async function partiesOf(tx: Tx, registers: OtherRegisters, { tenant, trace }: BesideAsked): Promise<LotBeside['parties']> {
  const door = registers.operators?.() ?? null
  if (door === null) return null
  const days = new Map(trace.holders.map(({ organisation, since: on }) => [`${organisation} ${on}`, { organisation, on }]))
  return door.partiesOn(tx, tenant, [...days.values()])
}

type WithBodies = BesideAsked & { readonly bodies: readonly OrganisationId[] }

async function incidentsOf(tx: Tx, registers: OtherRegisters, asked: WithBodies): Promise<LotBeside['incidents']> {
  const door = registers.incidents?.() ?? null
  if (door === null) return null
  const { tenant, trace, origin, sites, bodies, on } = asked
  const from = trace.roots.reduce((first, root) => (root.producedOn < first ? root.producedOn : first), trace.formedOn)
  return door.touching(tx, tenant, {
    ...{ lots: lotsOf(asked), sites, organisations: bodies, places: origin?.places ?? [], from, until: on },
  })
}

async function suspensionsOf(tx: Tx, registers: OtherRegisters, asked: WithBodies): Promise<LotBeside['suspensions']> {
  const door = registers.risks?.() ?? null
  if (door === null) return null
  const { tenant, origin, sites, bodies, on } = asked
  const subjects: readonly RiskSubject[] = [
    ...bodies.map((organisation) => ({ kind: 'organisation' as const, organisation })),
    ...sites.map((site) => ({ kind: 'site' as const, site })),
    ...(origin?.places ?? []).filter((route) => route.length <= 120).map((route) => ({ kind: 'route' as const, route })),
  ]
  return door.suspensions(tx, tenant, { subjects, on })
}
