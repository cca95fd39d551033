/* Scenes of early warning: one that nobody sorted in time, one closed with word to who warned, one false, one shared and not answered, one about persons. */
import { type Answer, subjectOf } from './client.ts'
import type { Stage } from './stage.ts'

const path = '/api/conflict/warnings'
interface Said {
  readonly who: string
  readonly type: string
  readonly territoire: string
  readonly severity: number
  readonly channel: string
  readonly reporter: string
  readonly [more: string]: unknown
}
async function warn({ as }: Stage, { who, ...data }: Said): Promise<string> {
  return subjectOf(await as(who).post(path, data))
}
const taken = (answer: Answer): void => void subjectOf(answer)

/** A gallery fell in: sorted, shared, answered by two bodies, told back over the radio. */
export async function mineCollapse(stage: Stage, { site, day }: { readonly site: string; readonly day: string }): Promise<void> {
  const warning = await warn(stage, {
    ...{ who: 'agent', type: 'mine-collapse', territoire: 'XL102', site, severity: 4, channel: 'radio', reporter: 'miner' },
    what: 'Éboulement dans une galerie après la pluie ; des creuseurs seraient dessous.',
  })
  const [sorter, at] = [stage.as('secretariat'), `${path}/${warning}`]
  const [saemape, clinic] = [stage.organisation('saemape'), stage.organisation('tumaini')]
  taken(await sorter.post(`${at}/assessments`, { as: 'verified', basis: 'two-sources' }))
  const told = 'Galerie nord, deux équipes dessous selon le chef de puits ; la piste est praticable.'
  taken(await sorter.post(`${at}/shares`, { responders: [saemape, clinic], words: told }))
  taken(
    await stage
      .as('agent')
      .post(`${at}/responses`, { did: ['rescue', 'site-closed'], doneOn: day, words: 'Galerie fermée, pompes en marche.' }),
  )
  taken(await sorter.post(`${at}/responses`, { organisation: clinic, did: ['rescue'], doneOn: day }))
  // Not by who verified it.
  taken(
    await stage
      .as('analyst')
      .post(`${at}/closings`, { feedback: 'radio', words: 'Annoncé à la radio du site : galerie fermée, soins donnés.' }),
  )
}
export async function falseRumour(stage: Stage): Promise<void> {
  const warning = await warn(stage, {
    ...{ who: 'trader', type: 'attack', territoire: 'XL101', severity: 5, channel: 'sms', reporter: 'operator' },
    what: 'On dit que des hommes armés arrivent au marché.',
  })
  const words = 'Le comité du marché et la radio n’ont rien vu ; un message copié d’une autre province.'
  taken(await stage.as('inspector').post(`${path}/${warning}/assessments`, { as: 'false', basis: 'two-sources', because: 'rumour', words }))
}
/** Shared three days ago; the body that was asked has said nothing. */
export async function taxWithoutAnswer(stage: Stage, site: string): Promise<void> {
  const warning = await warn(stage, {
    ...{ who: 'cooperative', type: 'illegal-tax', territoire: 'XL103', site, severity: 4, channel: 'phone', reporter: 'operator' },
    ...{ actors: ['non-state-armed-group'], what: 'Un nouveau barrage prend une part de chaque sac sur la piste du lac.' },
  })
  const at = `${path}/${warning}`
  taken(await stage.as('secretariat').post(`${at}/assessments`, { as: 'verified', basis: 'seen-on-site' }))
  taken(await stage.as('secretariat').post(`${at}/shares`, { responders: [stage.organisation('division')] }))
}
export async function peopleTaken(stage: Stage): Promise<void> {
  const warning = await warn(stage, {
    ...{ who: 'witness', type: 'forced-labour', territoire: 'XL102', severity: 3, channel: 'committee', reporter: 'committee' },
    persons: { women: null, men: 6, girls: null, boys: 2 },
  })
  taken(await stage.as('inspector').post(`${path}/${warning}/assessments`, { as: 'unverified', basis: 'one-source' }))
}
/** Heard before six in the morning; at eight nobody had sorted it. */
export async function armedEntry(stage: Stage, { site, day }: { readonly site: string; readonly day: string }): Promise<void> {
  await warn(stage, {
    ...{ who: 'cooperative', type: 'armed-entry', territoire: 'XL102', site, severity: 5, channel: 'phone', reporter: 'anonymous' },
    ...{
      receivedAt: `${day}T03:40:00.000Z`,
      actors: ['non-state-armed-group'],
      what: 'Des hommes armés montent vers le site ; les creuseurs descendent.',
    },
  })
}
