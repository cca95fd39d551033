/*
Where a point or a house lies: boxes that were sealed on a device, one for each reader. The server cannot open one; it hands a reader their own and
writes down that it did. Who has no box hears what who asks for a thing that does not exist hears.
*/
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import { type Infer, mustParse, parse, record } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { badInput, outcomeReply, rawRoute, writeRoute } from '../../../../platform/http/build-route.ts'
import { type Incoming, type Reply, type Route, can } from '../../../../platform/http/route.ts'
import { CommandEnvelope, type Receipt } from '../../../../platform/log/receipt.ts'
import { OpenedPlace, SealPlace, ServicePointId, ShelterId } from '../../contract-directory.ts'
import type { DirectoryDoors } from './doors.ts'
import { pointFacts, servicePointAggregate } from './http-service-points.ts'
import { shelterAggregate, shelterFacts } from './http-shelters.ts'
import { type PlaceOf, findBox, replaceBoxes } from './store-directory.ts'

const ofPoint = record({ servicePoint: ServicePointId })
const ofShelter = record({ shelter: ShelterId })
const Opening = record({ ...CommandEnvelope.shape, data: record({}) })

/** With the entry that names their readers, or not at all: what was refused moves no box. */
const keptBeside =
  (tenant: string, place: PlaceOf, { boxes }: Infer<typeof SealPlace>) =>
  (tx: Tx, { moment }: { readonly moment: { readonly now: string } }): Promise<void> =>
    replaceBoxes(tx, tenant, { ...place, at: moment.now, boxes })

export const placeRoutes = (doors: DirectoryDoors): readonly Route[] => [...sealings(doors), ...openings(doors)]

const sealings = (doors: DirectoryDoors): readonly Route[] => [
  writeRoute({
    path: '/api/service-points/:servicePoint/place-boxes',
    allow: can('cases.directory'),
    summary: 'Where it lies, sealed on the device to each of its readers; whoever is not named any more loses theirs',
    params: ofPoint,
    body: SealPlace,
    write: ({ door, who, tenant, params: { servicePoint }, data, envelope }) =>
      door.execute({
        ...{ aggregate: servicePointAggregate, subject: servicePoint, envelope, who },
        command: { type: 'seal-place', readers: data.boxes.map((one) => one.reader) },
        context: (tx, state, { today }) => pointFacts(tx, doors, { tenant, who, today, facts: state?.facts ?? null }),
        beside: keptBeside(tenant, { thing: 'service-point', id: servicePoint }, data),
      }),
  }),
  writeRoute({
    path: '/api/shelters/:shelter/place-boxes',
    allow: can('cases.shelter'),
    summary: 'Where a house of the own body lies, sealed on the device to each of its readers',
    params: ofShelter,
    body: SealPlace,
    write: ({ door, who, tenant, params: { shelter }, data, envelope }) =>
      door.execute({
        ...{ aggregate: shelterAggregate, subject: shelter, envelope, who },
        command: { type: 'seal-place', readers: data.boxes.map((one) => one.reader) },
        context: (tx, state, { today }) => shelterFacts(tx, doors, { tenant, who, today, province: state?.facts.province ?? null }),
        beside: keptBeside(tenant, { thing: 'shelter', id: shelter }, data),
      }),
  }),
]

const openings = (doors: DirectoryDoors): readonly Route[] => [
  rawRoute({
    method: 'POST',
    path: '/api/service-points/:servicePoint/place-openings',
    allow: can('cases.directory-read'),
    summary: 'Hands over the own box of where it lies, and writes down who asked',
    schemas: { params: ofPoint, body: Opening, answer: OpenedPlace },
    answer: async (incoming) => {
      const params = parse(ofPoint, incoming.params)
      if (!params.ok) return badInput(params.faults)
      const { door, who, tenant } = incoming
      const id = params.value.servicePoint
      return opened(incoming, { thing: 'service-point', id }, (envelope, mayOpen) =>
        door.execute({
          ...{ aggregate: servicePointAggregate, subject: id, envelope, who, command: { type: 'open-place' } },
          context: async (tx, state, { today }) =>
            pointFacts(tx, doors, { tenant, who, today, facts: state?.facts ?? null, mayOpen: await mayOpen(tx) }),
        }),
      )
    },
  }),
  rawRoute({
    method: 'POST',
    path: '/api/shelters/:shelter/place-openings',
    allow: can('cases.shelters-read'),
    summary: 'Hands over the own box of where a house lies, and writes down who asked',
    schemas: { params: ofShelter, body: Opening, answer: OpenedPlace },
    answer: async (incoming) => {
      const params = parse(ofShelter, incoming.params)
      if (!params.ok) return badInput(params.faults)
      const { door, who, tenant } = incoming
      const id = params.value.shelter
      return opened(incoming, { thing: 'shelter', id }, (envelope, mayOpen) =>
        door.execute({
          ...{ aggregate: shelterAggregate, subject: id, envelope, who, command: { type: 'open-place' } },
          context: async (tx, state, { today }) =>
            shelterFacts(tx, doors, { tenant, who, today, province: state?.facts.province ?? null, mayOpen: await mayOpen(tx) }),
        }),
      )
    },
  }),
]

/** The entry first, then the box: what is not written down is not handed over. */
async function opened(
  { body, door, who, tenant }: Incoming,
  place: PlaceOf,
  act: (envelope: CommandEnvelope, mayOpen: (tx: Tx) => Promise<boolean>) => Promise<Outcome<Receipt>>,
): Promise<Reply> {
  const read = parse(Opening, body)
  if (!read.ok) return badInput(read.faults)
  const { data: _data, ...envelope } = read.value
  const boxOf = (tx: Tx) => findBox(tx, tenant, { ...place, reader: who.account })
  const outcome = await act(envelope, async (tx) => (await boxOf(tx)) !== null)
  if (!outcome.ok) return outcomeReply(outcome)
  // Taken away between the entry and the answer: as if it had never been.
  const box = await door.read(boxOf)
  return outcomeReply(box === null ? refused('unknown-sealed-place') : accepted(mustParse(OpenedPlace, box)))
}
