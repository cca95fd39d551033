/*
Scenes of numbers that cannot be true: a figure of the division beside what the register counted, an assumption and a threshold with their authors,
a scan, and the review of a finding that came with a bag of a lapsed site.
*/
import { addDays } from '../../src/kernel/calendar.ts'
import { listOf, looseRecord, mustParse, orNull, text } from '../../src/kernel/schema.ts'
import { subjectOf } from './client.ts'
import type { Stage } from './stage.ts'

const Scans = looseRecord({ scans: listOf(looseRecord({ finishedAt: orNull(text()) })) })
const Hits = looseRecord({ hits: listOf(looseRecord({ id: text() })) })

/** The division writes down what traders said they bought at a site in a month; the register counted less. */
export async function declareFigures(stage: Stage, { site, day }: { readonly site: string; readonly day: string }): Promise<void> {
  const planner = stage.as('planner')
  const month = addDays(day, -40).slice(0, 7)
  const place = { kind: 'site', code: site }
  const figure = { place, mineral: 'Sn', month, source: 'Rapport mensuel de la division provinciale (fictif)', evidence: 'S' }
  subjectOf(await planner.post('/api/plausibility/figures', { ...figure, what: 'bought', massGrams: 2_350_000 }))
  subjectOf(await planner.post('/api/plausibility/figures', { ...figure, what: 'produced', massGrams: 1_995_000 }))
  subjectOf(
    await planner.post('/api/plausibility/assumptions', {
      ...{ place, mineral: 'Sn', name: 'working-days', value: 22, reason: 'Jours de marché chômés' },
      source: 'Comité local de suivi (fictif)',
    }),
  )
  subjectOf(
    await planner.post('/api/plausibility/thresholds', {
      ...{ rule: 'F12', group: { kind: 'site', code: site }, values: { warning: 21 }, reason: 'Route coupée en saison des pluies' },
      ...{ source: 'Procès-verbal du comité local (fictif)', evidence: 'D' },
    }),
  )
}

/** Everything is looked at; the scan runs on its own, so the play waits for it. */
export async function scanEverything(stage: Stage): Promise<void> {
  const verifier = stage.as('verifier')
  const begun = await verifier.post('/api/plausibility/scans', {})
  if (begun.status !== 200) throw new Error(`the scan did not start: ${JSON.stringify(begun.body)}`)
  for (let tries = 0; tries < 600; tries++) {
    const { scans } = mustParse(Scans, (await verifier.get('/api/plausibility/scans')).body)
    if (scans.every((scan) => scan.finishedAt !== null)) return
    await new Promise((done) => setTimeout(done, 50))
  }
  throw new Error('the scan did not end')
}

/** One finding is put to its parties, and the trader answers. */
export async function reviewFinding(stage: Stage): Promise<void> {
  const verifier = stage.as('verifier')
  const [hit] = mustParse(Hits, (await stage.as('trader').get('/api/hits?rule=F04')).body).hits
  if (!hit) throw new Error('the bags of a lapsed site have no finding')
  subjectOf(await verifier.post(`/api/hits/${hit.id}/reply-requests`, { question: 'Le site était-il réinspecté ce jour-là ?' }))
  subjectOf(
    await stage.as('trader').post(`/api/hits/${hit.id}/replies`, { text: 'La mission était passée ; l’arrêté n’était pas encore signé.' }),
  )
}
