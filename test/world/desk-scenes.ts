/* Scenes of a resource-centre desk: a dozen visits without a name, a recruiter with a licence and one of whom the desk warns, questions asked. Few commands. */
import { subjectOf } from './client.ts'
import type { Stage } from './stage.ts'

interface Came {
  readonly sex: string
  readonly ageBand: string
  readonly nationality: string | null
  readonly direction: string
  readonly topics: readonly string[]
  readonly service: string
}
const looking: Came = {
  sex: 'woman',
  ageBand: '18-24',
  nationality: 'COD',
  direction: 'outbound',
  topics: ['job-offer', 'contract'],
  service: 'counselling',
}
const back: Came = { sex: 'man', ageBand: '25-34', nationality: 'COD', direction: 'returned', topics: ['documents'], service: 'referral' }
const passing: Came = {
  sex: 'man',
  ageBand: '35-49',
  nationality: 'BDI',
  direction: 'internal',
  topics: ['rights', 'health'],
  service: 'information',
}

/** Twelve visits on the day of the scene. */
export async function receive(stage: Stage, day: string): Promise<void> {
  const desk = stage.as('counsellor')
  const centre = subjectOf(
    await desk.post('/api/desk/centres', {
      name: 'Centre de ressources de Lukanda',
      area: 'XL101',
      organisation: stage.organisation('partner'),
    }),
  )
  const came = [looking, looking, back, passing, looking, passing, looking, back, looking, passing, looking, looking]
  for (const [n, one] of came.entries())
    subjectOf(
      await desk.post('/api/desk/visits', {
        centre,
        day,
        ...one,
        minutes: 15 + 5 * (n % 4),
        satisfaction: n % 3 === 0 ? null : 3 + (n % 3),
      }),
    )
  subjectOf(await desk.post('/api/desk/quick-screens', { centre }))
}
export async function knowRecruiters(stage: Stage): Promise<void> {
  const [desk, path] = [stage.as('counsellor'), '/api/desk/recruiters']
  subjectOf(
    await desk.post(path, {
      name: 'Agence Soleil du Sud',
      country: 'COD',
      licence: 'valid',
      licenceNumber: 'ONEM-0117',
      licenceUntil: '2030-12-31',
    }),
  )
  const bad = subjectOf(await desk.post(path, { name: 'Lumière Placement', country: 'COD', licence: 'none' }))
  subjectOf(await desk.post(`${path}/${bad}/complaints`, { kind: 'papers-kept' }))
  subjectOf(await desk.post(`${path}/${bad}/warnings`, { because: 'unlicensed' }))
}
export const deskScenes = (stage: Stage): readonly { readonly on: number; readonly play: (day: string) => Promise<void> }[] => [
  { on: -6, play: () => knowRecruiters(stage) },
  { on: -5, play: (day) => receive(stage, day) },
]
