/*
Product passports (DPP) and traceability events (DTE) of lots, UNTP 0.6.0, as abstracts of what custody recorded. An event is the forming of the lot (a bag
from a site, a combination, a processing) and its sending. Quantities that nobody weighed are left out rather than guessed.
*/
import type { Credential, Issuing, LotRecord } from '../records.ts'
import { UNTP_VERSION, facilityOf, framed, kilograms, lotUri, partyOf } from './parts.ts'

const OFFSET = '+02:00'
const NAMES: { readonly [mineral: string]: string } = {
  Au: 'Gold',
  Sn: 'Cassiterite (tin)',
  Ta: 'Coltan (tantalum)',
  W: 'Wolframite (tungsten)',
}
const CODES: { readonly [mineral: string]: string } = { Au: '7108.12.00', Sn: '2609.00.00', Ta: '2615.90.00', W: '2611.00.00' }
const nameOf = (mineral: string): string => NAMES[mineral] ?? 'Mineral'
const share = (part: number, all: number): number => (all === 0 ? 0 : Math.round((part / all) * 10_000) / 10_000)

export function passport(issuing: Issuing, lot: LotRecord): Credential {
  const { facts, sites } = lot
  const path = `/untp/${UNTP_VERSION}/lots/${facts.lot}/passport`
  const [only, ...others] = sites
  const code = CODES[facts.mineral]
  const product = {
    type: ['Product'],
    id: lotUri(issuing, facts),
    name: `${nameOf(facts.mineral)}, lot ${facts.number}`,
    registeredId: facts.number,
    batchNumber: facts.number,
    ...(code === undefined ? {} : { productCategory: [categoryOf(code)] }),
    producedByParty: partyOf(issuing, lot.holder),
    ...(only !== undefined && others.length === 0 ? { producedAtFacility: facilityOf(issuing, only) } : {}),
    productionDate: facts.producedOn ?? facts.formedOn,
    countryOfProduction: issuing.country,
    dimensions: { type: ['Dimension'], weight: kilograms(facts.massGrams) },
  }
  const subject = {
    type: ['ProductPassport'],
    id: `${lotUri(issuing, facts)}#passport`,
    product,
    granularityLevel: 'batch',
    ...(facts.certificate === null ? {} : { conformityClaim: [claimOf(issuing, facts.certificate)] }),
    materialsProvenance: sites.length === 0 ? [] : [materialOf(issuing, lot)],
    traceabilityInformation: [
      {
        type: ['TraceabilityPerformance'],
        valueChainProcess: 'Mining and custody',
        verifiedRatio: share(lot.knownGrams, lot.rootGrams),
        traceabilityEvent: [
          {
            type: ['SecureLink', 'Link'],
            linkURL: `${issuing.base}/untp/${UNTP_VERSION}/lots/${facts.lot}/events`,
            linkName: 'Custody of the lot',
          },
        ],
      },
    ],
  }
  return framed(issuing, { kind: 'dpp', path, page: `/id/class/${facts.mineral}/${encodeURIComponent(facts.number)}`, subject })
}

const categoryOf = (code: string): object => ({
  type: ['Classification'],
  id: `https://www.wcoomd.org/hs/${code}`,
  code,
  name: `HS ${code}`,
  schemeID: 'https://www.wcoomd.org/hs',
  schemeName: 'Harmonized System',
})
const materialOf = (issuing: Issuing, { facts, knownGrams, rootGrams }: LotRecord): object => ({
  type: ['Material'],
  name: nameOf(facts.mineral),
  originCountry: issuing.country,
  massFraction: share(knownGrams, rootGrams),
  mass: kilograms(Math.round(facts.massGrams * share(knownGrams, rootGrams))),
})
const claimOf = (issuing: Issuing, number: string): object => ({
  type: ['Claim', 'Declaration'],
  id: `${issuing.base}/certificate/${number}#claim`,
  description: `Export certificate ${number}; whether it counts today is said by its own credential`,
  conformance: true,
  conformityTopic: 'governance.transparency',
  conformityEvidence: {
    type: ['SecureLink', 'Link'],
    linkURL: `${issuing.base}/untp/${UNTP_VERSION}/certificates/${number}`,
    linkName: `Certificate ${number}`,
  },
})

export function events(issuing: Issuing, lot: LotRecord): Credential {
  const path = `/untp/${UNTP_VERSION}/lots/${lot.facts.lot}/events`
  const told = [formed(issuing, lot, path), ...(lot.recipient === null || lot.facts.sentOn === null ? [] : [sent(issuing, lot, path)])]
  return framed(issuing, {
    kind: 'dte',
    path,
    page: `/id/class/${lot.facts.mineral}/${encodeURIComponent(lot.facts.number)}`,
    subject: told,
  })
}

const itemOf = (issuing: Issuing, lot: { readonly mineral: string; readonly number: string }): object => ({
  type: ['Item'],
  id: lotUri(issuing, lot),
  name: `Lot ${lot.number}`,
})
const quantityOf = (
  issuing: Issuing,
  { mineral, number, grams }: { readonly mineral: string; readonly number: string; readonly grams: number },
): object => ({
  type: ['QuantityElement'],
  productId: lotUri(issuing, { mineral, number }),
  productName: `${nameOf(mineral)}, lot ${number}`,
  quantity: grams / 1000,
  uom: 'KGM',
})

function formed(issuing: Issuing, { facts, sites }: LotRecord, path: string): object {
  const { mineral } = facts
  const own = { mineral, number: facts.number }
  const whole = quantityOf(issuing, { ...own, grams: facts.massGrams })
  const drawn = facts.inputs.map((input) => quantityOf(issuing, { mineral, number: input.number, grams: input.drawnGrams }))
  const items = facts.inputs.map((input) => itemOf(issuing, { mineral, number: input.number }))
  const at = { id: `${issuing.base}${path}#formed`, eventTime: `${facts.producedOn ?? facts.formedOn}T00:00:00${OFFSET}` }
  const [site] = sites
  if (facts.inputs.length === 0) {
    const place = site === undefined ? {} : { bizLocation: `${issuing.base}/id/loc/${site.id}` }
    const what = { action: 'add', bizStep: 'commissioning', disposition: 'active', epcList: [itemOf(issuing, own)], quantityList: [whole] }
    return { type: ['ObjectEvent', 'Event'], ...at, processType: 'Production', ...place, ...what }
  }
  if (facts.processed) {
    const outputs = { outputEPCList: [itemOf(issuing, own)], outputQuantityList: [whole], inputEPCList: items, inputQuantityList: drawn }
    return {
      type: ['TransformationEvent', 'Event'],
      ...at,
      processType: 'Processing',
      action: 'observe',
      bizStep: 'commissioning',
      disposition: 'active',
      ...outputs,
    }
  }
  const children = { parentEPC: itemOf(issuing, own), childEPCList: items, childQuantityList: drawn }
  return {
    type: ['AggregationEvent', 'Event'],
    ...at,
    processType: 'Combination',
    action: 'add',
    bizStep: 'packing',
    disposition: 'in_progress',
    ...children,
  }
}

function sent(issuing: Issuing, { facts, holder, recipient }: LotRecord, path: string): object {
  const own = { mineral: facts.mineral, number: facts.number }
  return {
    type: ['TransactionEvent', 'Event'],
    id: `${issuing.base}${path}#sent`,
    processType: 'Shipment',
    eventTime: `${facts.sentOn ?? facts.formedOn}T00:00:00${OFFSET}`,
    ...{ action: 'observe', bizStep: 'shipping', disposition: 'in_transit' },
    sourceParty: `${issuing.base}/id/party/${holder.id}`,
    destinationParty: `${issuing.base}/id/party/${recipient?.id ?? ''}`,
    epcList: [itemOf(issuing, own)],
    quantityList: [quantityOf(issuing, { ...own, grams: facts.massGrams })],
  }
}
