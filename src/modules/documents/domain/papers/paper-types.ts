/*
The fifteen kinds of paper along the chain, as data. Names, fields and who signs carry their mark: V read in the source, S secondary, U unverified; numbers
of validity and of uses are ours (D) where no source says them. A programme changes a type by a row of its own.
*/
import type { Evidence } from '../../../../kernel/rulebook.ts'
import type { OrganisationKind } from '../../../people/contract.ts'
import type { PaperField, PaperType } from '../../contract-papers.ts'

type Kind = PaperField['kind']
type Label = readonly [fr: string, en: string]
/** `text` unless said otherwise. */
const field = (key: string, [fr, en]: Label, kind: Kind = 'text'): PaperField => ({ key, label: { fr, en }, kind, required: true })
const optional = (key: string, label: Label, kind: Kind = 'text'): PaperField => ({ ...field(key, label, kind), required: false })

const place = field('place', ['Lieu', 'Place'])
const mineral = field('mineral', ['Substance', 'Mineral'])
const kilograms = field('kilograms', ['Quantité (kg)', 'Quantity (kg)'], 'kilograms')
const grade = optional('grade', ['Teneur', 'Grade'])
const price = optional('price', ['Prix et monnaie', 'Price and currency'])
const tags = optional('tags', ['Étiquettes (numéros)', 'Tags (numbers)'], 'long-text')
const seller = field('seller', ['Vendeur (organisation)', 'Seller (organisation)'])
const buyer = field('buyer', ['Acheteur (organisation)', 'Buyer (organisation)'])
const day = field('day', ['Date', 'Date'], 'day')
const remark = optional('remark', ['Observation', 'Remark'], 'long-text')

interface Given {
  readonly names: readonly [fr: string, en: string]
  readonly issuers: readonly [fr: string, en: string]
  readonly signs: readonly string[]
  readonly fields: readonly PaperField[]
  readonly mark: Evidence
  readonly source: string
  readonly days?: number
  readonly uses?: number
}
const type = (step: number, code: string, given: Given): PaperType => ({
  code,
  step,
  name: { fr: given.names[0], en: given.names[1] },
  issuers: { fr: given.issuers[0], en: given.issuers[1] },
  signatories: [...given.signs],
  fields: [...given.fields],
  evidence: given.mark,
  source: given.source,
  validDays: given.days ?? null,
  mostUses: given.uses ?? null,
})
const CHAIN = 'texts on the artisanal chain in the DRC'
const UNVERIFIED = 'name and form not verified; ask the division'

export const defaultPaperTypes: readonly PaperType[] = [
  type(1, 'cooperative-register', {
    names: ['Extrait du registre de la coopérative', 'Extract of the cooperative’s register'],
    issuers: ['province (cartes), coopérative (registre)', 'province (cards), cooperative (register)'],
    signs: ['Président de la coopérative'],
    fields: [
      field('zone', ['Zone d’exploitation artisanale', 'Artisanal mining zone']),
      field('members', ['Nombre de membres', 'Number of members'], 'number'),
      remark,
    ],
    ...{ mark: 'V', source: `${CHAIN}: miner card, cooperative register` },
  }),
  type(2, 'mine-log-sheet', {
    names: ['Fiche de la mine', 'Mine log sheet'],
    issuers: ['agent du SAEMAPE, avec la coopérative', 'SAEMAPE agent, with the cooperative'],
    signs: ['Agent SAEMAPE', 'Coopérative'],
    fields: [day, mineral, field('bags', ['Nombre de sacs', 'Number of bags'], 'number'), kilograms, tags, remark],
    ...{ mark: 'V', source: 'tagging procedures' },
  }),
  type(3, 'production-slip', {
    names: ['Fiche de production', 'Production slip'],
    issuers: ['SAEMAPE, division des Mines', 'SAEMAPE, mines division'],
    signs: ['Agent SAEMAPE', 'Division des Mines'],
    fields: [field('period', ['Période', 'Period']), mineral, kilograms, optional('pit', ['Puits', 'Pit'])],
    ...{ mark: 'U', source: UNVERIFIED },
  }),
  type(4, 'purchase-slip', {
    names: ['Bordereau d’achat au négociant', 'Purchase slip of the trader'],
    issuers: ['coopérative au négociant', 'cooperative to trader'],
    signs: ['Coopérative', 'Négociant'],
    fields: [day, place, seller, buyer, mineral, kilograms, grade, price],
    ...{ mark: 'V', source: 'mining code of 2018 and its regulation, as reported: register of the trader' },
  }),
  type(5, 'centre-register', {
    names: ['Registre du centre de négoce', 'Register of the trading centre'],
    issuers: ['services du centre de négoce', 'services of the trading centre'],
    signs: ['Responsable du centre'],
    fields: [day, place, field('lot', ['Lot', 'Lot']), seller, buyer, optional('fees', ['Frais', 'Fees'])],
    ...{ mark: 'U', source: 'the centre: V; the form: U' },
  }),
  type(6, 'transport-authorisation', {
    names: ['Autorisation de transport', 'Transport authorisation'],
    issuers: [
      'division des Mines (contreseing SAEMAPE ou police : à vérifier)',
      'mines division (countersigned by SAEMAPE or police: unverified)',
    ],
    signs: ['Division des Mines', 'Agent SAEMAPE'],
    fields: [
      field('consignor', ['Expéditeur (organisation)', 'Consignor (organisation)']),
      field('consignee', ['Destinataire (organisation)', 'Consignee (organisation)']),
      mineral,
      kilograms,
      tags,
      field('route', ['Itinéraire', 'Route']),
      field('vehicle', ['Véhicule (plaque)', 'Vehicle (plate)']),
    ],
    ...{ mark: 'S', source: 'traceability manual, as cited; one trip and 15 days are our defaults', days: 15, uses: 1 },
  }),
  type(7, 'deposit-slip', {
    names: ['Fiche de dépôt', 'Deposit slip'],
    issuers: ['négociant, SAEMAPE ou division', 'trader, SAEMAPE or division'],
    signs: ['Négociant', 'Agent SAEMAPE'],
    fields: [
      place,
      mineral,
      field('kilograms-in', ['Poids entré (kg)', 'Weight in (kg)'], 'kilograms'),
      optional('kilograms-out', ['Poids sorti (kg)', 'Weight out (kg)'], 'kilograms'),
      tags,
    ],
    ...{ mark: 'U', source: UNVERIFIED },
  }),
  type(8, 'purchase-note', {
    names: ['Bordereau d’achat du comptoir', 'Purchase note of the comptoir'],
    issuers: ['négociant et comptoir', 'trader and comptoir'],
    signs: ['Négociant', 'Comptoir'],
    fields: [day, seller, buyer, mineral, kilograms, grade, price, optional('taxes', ['Taxes', 'Taxes'])],
    ...{ mark: 'U', source: UNVERIFIED },
  }),
  type(9, 'processing-log', {
    names: ['Registre de traitement', 'Processing log'],
    issuers: ['entité de traitement', 'processing entity'],
    signs: ['Responsable de l’usine'],
    fields: [
      day,
      field('kilograms-in', ['Entrées (kg)', 'Inputs (kg)'], 'kilograms'),
      field('kilograms-out', ['Sorties (kg)', 'Outputs (kg)'], 'kilograms'),
      optional('loss', ['Perte (kg)', 'Loss (kg)'], 'kilograms'),
      optional('moisture', ['Humidité (%)', 'Moisture (%)'], 'number'),
    ],
    ...{ mark: 'V', source: 'ICGLR manual, 4.1 and 4.2: the fields' },
  }),
  type(10, 'valuation-report', {
    names: ['Rapport d’expertise et de valeur', 'Sampling and valuation report'],
    issuers: ['CEEC, laboratoire', 'CEEC, laboratory'],
    signs: ['CEEC', 'Laboratoire'],
    fields: [
      day,
      field('sample', ['Échantillon', 'Sample']),
      mineral,
      field('grade', ['Teneur', 'Grade']),
      optional('value', ['Valeur (USD)', 'Value (USD)'], 'number'),
    ],
    ...{ mark: 'V', source: 'role of the CEEC' },
  }),
  type(11, 'customs-declaration', {
    names: ['Déclaration en douane et de conformité', 'Customs and standards declaration'],
    issuers: ['DGDA, OCC', 'DGDA, OCC'],
    signs: ['DGDA', 'OCC'],
    fields: [field('hs-code', ['Position tarifaire', 'HS code']), kilograms, field('value', ['Valeur (USD)', 'Value (USD)'], 'number')],
    ...{ mark: 'U', source: UNVERIFIED },
  }),
  type(12, 'icglr-certificate', {
    names: ['Certificat CIRGL', 'ICGLR certificate'],
    issuers: ['CEEC : vérificateur et validateur', 'CEEC: verifier and validator'],
    signs: ['Vérificateur', 'Validateur'],
    fields: [field('lot', ['Lot', 'Lot']), mineral, kilograms],
    ...{ mark: 'V', source: 'ICGLR manual: at most 90 days', days: 90, uses: 1 },
  }),
  type(13, 'shipment-papers', {
    names: ['Dossier d’expédition (analyse, transit, origine, colisage)', 'Shipment papers (analysis, forwarding, origin, packing)'],
    issuers: ['exportateur, transitaire', 'exporter, forwarder'],
    signs: ['Exportateur', 'Transitaire'],
    fields: [field('lot', ['Lot', 'Lot']), field('container', ['Conteneur', 'Container']), kilograms, remark],
    ...{ mark: 'S', source: 'software of comptoirs' },
  }),
  type(14, 'site-status-papers', {
    names: ['Fiche d’inspection, rapport de mission, arrêté et annexe', 'Inspection form, mission report, order and annex'],
    issuers: ['équipe conjointe ; le Ministre', 'joint team; the Minister'],
    signs: ['Chef de mission', 'Ministre'],
    fields: [day, optional('order', ['Arrêté', 'Order']), remark],
    ...{ mark: 'V', source: 'procedures of qualification and validation' },
  }),
  type(15, 'committee-minutes', {
    names: ['Procès-verbal du comité', 'Minutes of the committee'],
    issuers: ['président et rapporteur du CPS, CTS ou CLS', 'chair and rapporteur of the CPS, CTS or CLS'],
    signs: ['Président', 'Rapporteur'],
    fields: [day, field('subject', ['Objet', 'Subject']), field('resolutions', ['Résolutions', 'Resolutions'], 'long-text')],
    ...{ mark: 'V', source: 'orders on the provincial steering committee' },
  }),
]

/** Defaults with the programme's own rows over them, in the order of the chain. */
export function typesWith(own: readonly PaperType[]): readonly { readonly type: PaperType; readonly changed: boolean }[] {
  const changed = new Map(own.map((one) => [one.code, one]))
  const standing = defaultPaperTypes.map((one) => {
    const mine = changed.get(one.code)
    return mine ? { type: mine, changed: true } : { type: one, changed: false }
  })
  const more = own.filter((one) => !defaultPaperTypes.some((given) => given.code === one.code))
  return [...standing, ...more.map((one) => ({ type: one, changed: true }))].toSorted((a, b) => a.type.step - b.type.step)
}

/** Bodies that trade or carry, and so never authorise their own way. The authorisation of transport is an authority's (S). */
const TRADING: readonly OrganisationKind[] = [
  'cooperative',
  'trader',
  'processor',
  'exporter',
  'concession-holder',
  'private-sector',
  'importer',
]
export const mayIssue = (type: string, issuer: OrganisationKind | undefined): boolean =>
  type !== 'transport-authorisation' || issuer === undefined || !TRADING.includes(issuer)

/** Grams that a paper states, from the field that says kilograms; `null` where it states none. */
export function statedGrams(values: { readonly [key: string]: string | number }): number | null {
  const stated = values['kilograms'] ?? values['kilograms-in']
  return typeof stated === 'number' ? Math.round(stated * 1000) : null
}
