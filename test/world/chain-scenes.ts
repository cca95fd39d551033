/*
Scenes of the chain of custody and of the certificate: tags, bags, sale, export lot, dossier, issue. Every scene sends what a
person would send; the first answer that is not taken stops the play.
*/
import { addDays } from '../../src/kernel/calendar.ts'
import { subjectOf } from './client.ts'
import type { Answer } from './client.ts'
import type { Stage } from './stage.ts'

export interface Bag {
  readonly lot: string
  readonly massGrams: number
}

/** Tags `from`…`to` of a series come to a site. */
export async function deliverTags(
  stage: Stage,
  { site, series, from, to, day }: { site: string; series: string; from: number; to: number; day: string },
): Promise<string> {
  const batch = subjectOf(
    await stage
      .as('agent')
      .post('/api/tag-batches', { issuer: 'ITSCI', tagType: 'mine', series, digits: 6, from, to, checkDigit: 'none', receivedOn: day }),
  )
  subjectOf(await stage.as('agent').post(`/api/tag-batches/${batch}/allocations`, { site, allocatedOn: day }))
  return batch
}

export interface Weighing {
  readonly site: string
  readonly tag: string
  readonly mineral: 'Sn' | 'Ta' | 'W' | 'Au'
  readonly massGrams: number
  readonly day: string
}
/** A bag of the cooperative is weighed and tagged. */
export async function weighBag(stage: Stage, { site, tag, mineral, massGrams, day }: Weighing): Promise<Bag> {
  const answer = await stage.as('agent').post('/api/bags', {
    site,
    tag,
    tagIssuer: 'ITSCI',
    mineral,
    massGrams,
    producedOn: day,
    holder: stage.organisation('trader'),
    pit: 'P3',
    team: 'E7',
  })
  return { lot: subjectOf(answer), massGrams }
}

/** A lot is formed from whole bags or lots. Answers the raw answer, for scenes in which it is refused. */
export function combine(
  stage: Stage,
  {
    who,
    number,
    kind,
    inputs,
    day,
  }: { who: string; number: string; kind: 'trader-lot' | 'export-lot'; inputs: readonly Bag[]; day: string },
): Promise<Answer> {
  const massGrams = inputs.reduce((sum, bag) => sum + bag.massGrams, 0)
  return stage.as(who).post('/api/lots', {
    number,
    kind,
    massGrams,
    formedOn: day,
    inputs: inputs.map((bag) => ({ lot: bag.lot, drawnGrams: bag.massGrams })),
  })
}

/** The trader sends a lot to the exporter, who receives it; both weights are kept. */
export async function sellToExporter(
  stage: Stage,
  {
    lot,
    sentGrams,
    receivedGrams,
    day,
    paper = 'AT-0113/LK',
  }: { lot: string; sentGrams: number; receivedGrams: number; day: string; paper?: string },
): Promise<void> {
  subjectOf(
    await stage
      .as('trader')
      .post(`/api/lots/${lot}/transfers`, { to: stage.organisation('exporter'), massGrams: sentGrams, sentOn: day, paper }),
  )
  subjectOf(await stage.as('exporter').post(`/api/lots/${lot}/receipts`, { massGrams: receivedGrams, receivedOn: day }))
}

/** The exporter opens the dossier and attaches the papers that it holds. */
export async function openDossier(
  stage: Stage,
  { lot, day, grade, element, value }: { lot: string; day: string; grade: string; element: 'Sn' | 'Ta2O5'; value: number },
): Promise<string> {
  const exporter = stage.as('exporter')
  const dossier = subjectOf(
    await exporter.post('/api/dossiers', {
      lot,
      exporter: stage.organisation('exporter'),
      terms: {
        importer: { name: 'Example Smelting NV', country: 'BE', address: 'Quay 1, Antwerp' },
        grade,
        origin: ['CD'],
        customsValueUsdCents: 1_845_000,
        plannedShipmentOn: addDays(day, 10),
        route: ['CD', 'TZ', 'BE'],
        transport: { mode: 'road', company: 'Transit Exemple' },
      },
    }),
  )
  const papers = [
    {
      kind: 'exporter-approval',
      reference: 'AGR-0044',
      validFrom: addDays(day, -200),
      validUntil: addDays(day, 165),
      auditStatus: 'green',
    },
    { kind: 'assay', lab: 'Laboratoire de Lukanda', reference: `LAB-${lot.slice(-6)}`, element, value, assayedOn: addDays(day, -2) },
    {
      kind: 'tax-receipt',
      taxType: 'redevance minière',
      authority: 'Direction des recettes',
      reference: 'Q-77120',
      paidOn: addDays(day, -1),
      currency: 'USD',
      amountCents: 64_500,
    },
    {
      kind: 'transport-paper',
      reference: 'AT-0113/LK',
      from: stage.organisation('trader'),
      to: stage.organisation('exporter'),
      issuedOn: addDays(day, -8),
      validUntil: addDays(day, 22),
    },
    {
      kind: 'transport-paper',
      reference: 'AT-0130/LK',
      from: stage.organisation('exporter'),
      issuedOn: addDays(day, -1),
      validUntil: addDays(day, 29),
    },
  ]
  for (const paper of papers) subjectOf(await exporter.post(`/api/dossiers/${dossier}/facts`, paper))
  return dossier
}

/** The verifier acknowledges what nobody could check yet and recommends. */
export async function recommend(stage: Stage, dossier: string): Promise<Answer> {
  const detail = (await stage.as('verifier').get(`/api/dossiers/${dossier}`)).body
  return stage.as('verifier').post(`/api/dossiers/${dossier}/verification`, { acknowledged: checksWith(detail, 'not-yet-checked') })
}

/** The validator issues, or is refused with the reasons. */
export function certify(
  stage: Stage,
  dossier: string,
  { expiresOn, who = 'validator' }: { expiresOn: string; who?: string },
): Promise<Answer> {
  return stage.as(who).post(`/api/dossiers/${dossier}/validation`, {
    expiresOn,
    reviewReason: 'Examiné sur pièces : contradiction levée par la division des Mines.',
  })
}

/** Numbers of the checks that have a result. */
export function checksWith(detail: unknown, result: string): readonly number[] {
  if (typeof detail !== 'object' || detail === null || !('checks' in detail) || !Array.isArray(detail.checks)) return []
  return detail.checks.filter((check: { result: string }) => check.result === result).map((check: { number: number }) => check.number)
}
