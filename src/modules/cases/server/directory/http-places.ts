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
import { type BoxRow, type PlaceOf, findBox, replaceBoxes } from './store-directory.ts'

const ofPoint = record({ servicePoint: ServicePointId })
const ofShelter = record({ shelter: ShelterId })
const Opening = record({ ...CommandEnvelope.shape, data: record({}) })

type Boxes = Infer<typeof SealPlace>['boxes']
/** In the transaction of the decision, and only where it will not refuse: boxes and the entry that names their readers come together. */
async function keepBoxes(
  tx: Tx,
  tenant: string,
  asked: PlaceOf & { readonly boxes: Boxes; readonly at: string; readonly isTaken: boolean },
): Promise<void> {
  const { boxes, isTaken, ...place } = asked
  if (isTaken && new Set(boxes.map((one) => one.reader)).size === boxes.length) await replaceBoxes(tx, tenant, { ...place, boxes })
}

export const placeRoutes = (doors: DirectoryDoors): readonly Route[] => [...sealings(doors), ...openings(doors)]

const sealings = (doors: DirectoryDoors): readonly Route[] => [
  writeRoute({
    path: '/api/service-points/:servicePoint/place-boxes',
    allow: can('cases.directory'),
    summary: 'Where it lies, sealed on the device to each of its readers; whoever is not named any more loses theirs',
    params: ofPoint,
    body: SealPlace,
    write: ({ door, who, tenant, params: { servicePoint }, data: { boxes }, envelope, now }) =>
      door.execute({
        ...{ aggregate: servicePointAggregate, subject: servicePoint, envelope, who },
        command: { type: 'seal-place', readers: boxes.map((one) => one.reader) },
        context: async (tx, state, { today }) => {
          const context = await pointFacts(tx, doors, { tenant, who, today, facts: state?.facts ?? null })
          const isTaken = state !== null && !state.isClosed && context.area?.isMine === true
          await keepBoxes(tx, tenant, { thing: 'service-point', id: servicePoint, at: now, boxes, isTaken })
          return context
        },
      }),
  }),
  writeRoute({
    path: '/api/shelters/:shelter/place-boxes',
    allow: can('cases.shelter'),
    summary: 'Where a house of the own body lies, sealed on the device to each of its readers',
    params: ofShelter,
    body: SealPlace,
    write: ({ door, who, tenant, params: { shelter }, data: { boxes }, envelope, now }) =>
      door.execute({
        ...{ aggregate: shelterAggregate, subject: shelter, envelope, who },
        command: { type: 'seal-place', readers: boxes.map((one) => one.reader) },
        context: async (tx, state, { today }) => {
          const context = await shelterFacts(tx, doors, { tenant, who, today, province: state?.facts.province ?? null })
          const isTaken = state !== null && !state.isClosed && state.organisation === who.organisation
          await keepBoxes(tx, tenant, { thing: 'shelter', id: shelter, at: now, boxes, isTaken })
          return context
        },
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
      const boxOf = (tx: Tx) => findBox(tx, tenant, { thing: 'service-point', id, reader: who.account })
      return opened(incoming, boxOf, (envelope) =>
        door.execute({
          ...{ aggregate: servicePointAggregate, subject: id, envelope, who, command: { type: 'open-place' } },
          context: async (tx, state, { today }) =>
            pointFacts(tx, doors, { tenant, who, today, facts: state?.facts ?? null, mayOpen: (await boxOf(tx)) !== null }),
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
      const boxOf = (tx: Tx) => findBox(tx, tenant, { thing: 'shelter', id, reader: who.account })
      return opened(incoming, boxOf, (envelope) =>
        door.execute({
          ...{ aggregate: shelterAggregate, subject: id, envelope, who, command: { type: 'open-place' } },
          context: async (tx, state, { today }) => {
            const province = state?.facts.province ?? null
            return shelterFacts(tx, doors, { tenant, who, today, province, mayOpen: (await boxOf(tx)) !== null })
          },
        }),
      )
    },
  }),
]

/** The entry first, then the box: what is not written down is not handed over. */
async function opened(
  { body, door }: Incoming,
  boxOf: (tx: Tx) => Promise<BoxRow | null>,
  act: (envelope: CommandEnvelope) => Promise<Outcome<Receipt>>,
): Promise<Reply> {
  const read = parse(Opening, body)
  if (!read.ok) return badInput(read.faults)
  const { data: _data, ...envelope } = read.value
  const outcome = await act(envelope)
  if (!outcome.ok) return outcomeReply(outcome)
  // Taken away between the entry and the answer: as if it had never been.
  const box = await door.read(boxOf)
  return outcomeReply(box === null ? refused('unknown-place') : accepted(mustParse(OpenedPlace, box)))
}
