/*
The register of shelters over HTTP. Who keeps a house sees its rooms; who looks for a place sees a coded name, a province and whether there is room;
committees and reports see one line for a province, and only where the line is large enough.
*/
import { todayAt } from '../../../../kernel/calendar.ts'
import { disclosureRules } from '../../../../kernel/disclosure/disclosure-rules.ts'
import { accepted, refused } from '../../../../kernel/outcome.ts'
import { mustParse, record } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { readRoute, writeRoute } from '../../../../platform/http/build-route.ts'
import { type Route, can } from '../../../../platform/http/route.ts'
import type { Who } from '../../../../platform/http/who.ts'
import type { Aggregate } from '../../../../platform/log/aggregate.ts'
import { covers } from '../../../people/contract.ts'
import {
  ArrangeShelter,
  CapacityAnswer,
  CloseShelter,
  DescribeShelter,
  RegisterShelter,
  ShelterDetail,
  ShelterId,
  SheltersAnswer,
} from '../../contract-directory.ts'
import {
  type RegisteredShelter,
  type ShelterRegisterCommand,
  type ShelterRegisterContext,
  type ShelterRegisterEvent,
  shelterRegisterDecider,
  shelterRegisterKinds,
} from '../../domain/directory/shelter-register.ts'
import { capacityByProvince } from './capacity.ts'
import { Arrangements, type DirectoryDoors, shelterLines } from './doors.ts'
import { findBox, findShelter, listShelters } from './store-directory.ts'

export const shelterAggregate: Aggregate<RegisteredShelter | null, ShelterRegisterCommand, ShelterRegisterEvent, ShelterRegisterContext> = {
  name: 'shelter',
  decider: shelterRegisterDecider,
  kinds: shelterRegisterKinds,
}

const READ = can('cases.shelters-read')
const KEEP = can('cases.shelter')
const params = record({ shelter: ShelterId })

interface Facts {
  readonly tenant: string
  readonly who: Who
  readonly today: string
  readonly province: string | null
  readonly mayOpen?: boolean
}
export async function shelterFacts(tx: Tx, doors: DirectoryDoors, asked: Facts): Promise<ShelterRegisterContext> {
  const { tenant, who, today, province, mayOpen = false } = asked
  const provinces = await doors.places.listAreas(tx, 'province', tenant)
  const territoires = await doors.places.listAreas(tx, 'territoire', tenant)
  return {
    ...{ today, account: who.account, organisation: who.organisation, mayOpen },
    areaNames: [...provinces, ...territoires].map((one) => one.name),
    isProvinceKnown: provinces.some((one) => one.code === province),
    isProvinceMine: covers(who.territory, { province, territoire: null }),
  }
}

export const shelterRoutes = (doors: DirectoryDoors): readonly Route[] => [
  readRoute({
    path: '/api/shelters',
    allow: READ,
    summary: 'Houses by coded name with places and what is free of them; rooms and rules of the own body',
    answer: SheltersAnswer,
    read: async ({ tx, tenant, who, now }) => {
      const rows = (await listShelters(tx, tenant)).filter((row) => row.closedOn === null || row.organisation === who.organisation)
      const areas = await doors.places.listAreas(tx, 'province', tenant)
      const { occupancy: rules } = (await doors.rules.at(tx, tenant, now)(who.organisation)).rules
      return accepted({
        shelters: [...(await shelterLines(tx, doors, { tenant, who, rows, on: todayAt(now), rules }))],
        areas: areas.map(({ code, name }) => ({ code, name })),
        may: { keep: who.capabilities.has('cases.shelter') && who.organisation !== null },
      })
    },
  }),
  readRoute({
    path: '/api/shelters/:shelter',
    allow: READ,
    summary: 'One house',
    params,
    answer: ShelterDetail,
    read: async ({ tx, tenant, who, params: { shelter }, now }) => {
      const row = await findShelter(tx, tenant, shelter)
      const { occupancy: rules } = (await doors.rules.at(tx, tenant, now)(who.organisation)).rules
      const [line] = row ? await shelterLines(tx, doors, { tenant, who, rows: [row], on: todayAt(now), rules }) : []
      if (!row || !line || (row.closedOn !== null && !line.isOwn)) return refused('unknown-shelter')
      return accepted({
        shelter: line,
        arrangements: line.isOwn ? mustParse(Arrangements, row.arrangements) : [],
        hasPlace: (await findBox(tx, tenant, { thing: 'shelter', id: row.id, reader: who.account })) !== null,
        placeReaders: line.isOwn ? row.placeReaders : 0,
        may: { keep: line.isOwn && row.closedOn === null && who.capabilities.has('cases.shelter') },
      })
    },
  }),
  readRoute({
    path: '/api/shelter-capacity',
    allow: can('cases.statistics'),
    summary: 'Places by province, rounded down and never below the least cell; no house',
    answer: CapacityAnswer,
    read: async ({ tx, tenant, now }) => {
      const on = todayAt(now)
      const provinces = [...(await capacityByProvince(tx, doors, { tenant, on }))]
      return accepted({ on, provinces, least: disclosureRules.leastOutside.value, mark: 'D' as const })
    },
  }),
  ...actsOf(doors),
]

const actsOf = (doors: DirectoryDoors): readonly Route[] => {
  const context =
    (tenant: string, who: Who, named: string | null = null) =>
    (tx: Tx, state: RegisteredShelter | null, { today }: { readonly today: string }): Promise<ShelterRegisterContext> =>
      shelterFacts(tx, doors, { tenant, who, today, province: named ?? state?.facts.province ?? null })
  return [
    writeRoute({
      path: '/api/shelters',
      allow: KEEP,
      summary: 'Registers a house of the own body under a coded name; its identifier is that of the command',
      body: RegisterShelter,
      write: ({ door, who, tenant, data: { facts }, envelope }) =>
        door.execute({
          ...{ aggregate: shelterAggregate, subject: envelope.id, envelope, who, command: { type: 'register' as const, facts } },
          context: context(tenant, who, facts.province),
        }),
    }),
    writeRoute({
      path: '/api/shelters/:shelter/descriptions',
      allow: KEEP,
      summary: 'Says anew what a house is',
      params,
      body: DescribeShelter,
      write: ({ door, who, tenant, params: { shelter }, data: { facts }, envelope }) =>
        door.execute({
          ...{ aggregate: shelterAggregate, subject: shelter, envelope, who, command: { type: 'describe' as const, facts } },
          context: context(tenant, who, facts.province),
        }),
    }),
    writeRoute({
      path: '/api/shelters/:shelter/arrangements',
      allow: KEEP,
      summary: 'Rooms and beds from a day on',
      params,
      body: ArrangeShelter,
      write: ({ door, who, tenant, params: { shelter }, data, envelope }) =>
        door.execute({
          ...{ aggregate: shelterAggregate, subject: shelter, envelope, who, command: { type: 'arrange' as const, ...data } },
          context: context(tenant, who),
        }),
    }),
    writeRoute({
      path: '/api/shelters/:shelter/closings',
      allow: KEEP,
      summary: 'Closes a house',
      params,
      body: CloseShelter,
      write: ({ door, who, tenant, params: { shelter }, data, envelope }) =>
        door.execute({
          ...{ aggregate: shelterAggregate, subject: shelter, envelope, who, command: { type: 'close' as const, ...data } },
          context: context(tenant, who),
        }),
    }),
  ]
}
