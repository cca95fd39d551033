/* Scenes of the cabinet: an order signed with its scan and published, and a draft that waits for what its legal check asks. */
import { newId, subjectOf } from './client.ts'
import { sendPaper } from './papers.ts'
import type { Stage } from './stage.ts'

export interface OrderScene {
  readonly number: string
  readonly kind?: 'validation' | 'red_listing' | 'extension'
  readonly annex: readonly { readonly site: string; readonly colour: 'green' | 'yellow' | 'red' }[]
  readonly day: string
  readonly effectiveFrom?: string
  readonly months?: number
  /** Whether the signed paper lies with it. */
  readonly scanned?: boolean
}
/** The minister signs and the order is published. */
export async function signOrder(
  stage: Stage,
  { number, kind = 'validation', annex, day, effectiveFrom = day, months, scanned = false }: OrderScene,
): Promise<void> {
  const minister = stage.as('minister')
  const scan = scanned ? { file: await sendPaper(stage, 'minister'), title: 'Arrêté signé', kind: 'order' } : undefined
  const order = subjectOf(
    await minister.post('/api/orders', {
      orderKind: kind,
      number,
      signatoryRole: 'MINISTER',
      signedOn: day,
      effectiveFrom,
      legalBasis: ['Arrêté 0677/2021'],
      annex,
      ...(months === undefined ? {} : { durationMonths: months }),
      ...(scan === undefined ? {} : { scan }),
    }),
  )
  subjectOf(await minister.post(`/api/orders/${order}/publication`, { on: day, reference: 'Journal officiel (démonstration)' }))
}

/** A draft for a site whose inspection nobody has accepted yet, and for one that the register does not know under that name. */
export async function draftOrder(stage: Stage, { site, day }: { readonly site: string; readonly day: string }): Promise<void> {
  const content = {
    orderKind: 'validation',
    signatoryRole: 'MINISTER',
    effectiveFrom: day,
    legalBasis: ['Arrêté 0677/2021'],
    recitals: ['le rapport de la mission conjointe'],
    statedCounts: { green: 2 },
    annex: [
      { key: 'Mawe Matatu', site, colour: 'green' },
      { key: 'Mlima Sita', colour: 'green' },
    ],
  }
  const answer = await stage.as('planner').send('/api/order-drafts', { draft: newId(), version: 0, content })
  if (answer.status !== 200) throw new Error(`a draft of the world was not kept: ${answer.status} ${JSON.stringify(answer.body)}`)
}
