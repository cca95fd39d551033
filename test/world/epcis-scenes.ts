/*
What others send the exporter of the province in EPCIS: the plan of the depot as master data, a seal on a container (kept as received), and
the result of a second laboratory, which becomes an assay of the lot; and a buyer who subscribed to seals.
*/
import type { Stage } from './stage.ts'

const CONTEXT = 'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld'
const MATTER = /"(https?:[^"]+)\/id\/class\/[^"]+"/
const DEPOT = 'https://depot.example/loc/lukanda'

/** Sends it and waits until it is done; throws where something was not taken. */
async function send(
  stage: Stage,
  { context, events, more = {} }: { readonly context: object; readonly events: readonly object[]; readonly more?: object },
) {
  const document = {
    ...{ '@context': [CONTEXT, context], type: 'EPCISDocument', schemaVersion: '2.0', creationDate: stage.program.clock() },
    ...{ ...more, epcisBody: { eventList: events } },
  }
  const taken = await stage.as('exporter').send('/epcis/capture', document)
  if (taken.status !== 202) throw new Error(`an EPCIS document of the world was not taken: ${JSON.stringify(taken.body)}`)
  await stage.program.modules.epcis.idle()
}

/** Our own identifiers begin with the address of the server, which the events that it tells say. */
async function baseOf(stage: Stage): Promise<string> {
  const said = await stage.as('exporter').get('/epcis/events?perPage=1000')
  const base = MATTER.exec(JSON.stringify(said.body))?.[1]
  if (base === undefined) throw new Error('the exporter reads no event of a lot')
  return base
}

export async function hearOfLots(
  stage: Stage,
  { number, element, percent }: { readonly number: string; readonly element: string; readonly percent: number },
) {
  const base = await baseOf(stage)
  const vocabularyElementList = [
    { id: DEPOT, attributes: [{ id: 'https://depot.example/att/kind', attribute: 'bonded' }], children: [`${DEPOT}/bay-1`] },
    { id: `${DEPOT}/bay-1`, attributes: [] },
  ]
  const epcisHeader = {
    epcisMasterData: { vocabularyList: [{ type: 'urn:epcglobal:epcis:vtype:BusinessLocation', vocabularyElementList }] },
  }
  const at = { eventTime: stage.program.clock(), eventTimeZoneOffset: '+02:00' }
  const seal = {
    ...{ type: 'AssociationEvent', action: 'ADD', bizStep: 'loading', ...at },
    ...{ parentID: 'https://carrier.example/obj/container-7', childEPCs: ['https://carrier.example/obj/seal-4711'] },
    ...{ disposition: 'in_transit', readPoint: { id: `${DEPOT}/gate` }, bizLocation: { id: `${DEPOT}/bay-1` } },
    bizTransactionList: [{ type: 'desadv', bizTransaction: `${base}/id/bt/desadv-4711` }],
  }
  const assay = {
    ...{ type: 'ObjectEvent', action: 'OBSERVE', bizStep: 'inspecting', ...at },
    quantityList: [{ epcClass: `${base}/id/class/Ta/${number}` }],
    sensorElementList: [
      { sensorReport: [{ type: 'Dimensionless', chemicalSubstance: `${base}/id/substance/${element}`, value: percent, uom: 'P1' }] },
    ],
    ...{ 'chanzo:lab': 'Second laboratory', 'chanzo:method': 'xrf' },
  }
  const exporter = stage.as('exporter')
  await exporter.send('/epcis/queries', { name: 'container-seals', query: { eventType: ['AssociationEvent'] } })
  const subscription = { dest: 'https://buyer.example/epcis', signatureToken: 'lukanda-demo-2026', stream: true }
  const made = await exporter.send('/epcis/queries/container-seals/subscriptions', subscription)
  if (made.status !== 201) throw new Error(`a subscription of the world was not taken: ${JSON.stringify(made.body)}`)
  await send(stage, { context: { chanzo: `${base}/ns/epcis/` }, events: [seal, assay], more: { epcisHeader } })
}
