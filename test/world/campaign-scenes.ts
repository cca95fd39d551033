/* A campaign, invented: radio, theatre and a page of the network; its list before publishing, and three kinds of reach that stay three. */
import { addDays } from '../../src/kernel/calendar.ts'
import { subjectOf } from './client.ts'
import { sendPaper } from './papers.ts'
import type { Stage } from './stage.ts'

export const checks = ['survivors-read-messages', 'no-identifiable-images', 'help-is-named', 'languages-checked'] as const
export async function planCampaign(stage: Stage, day: string): Promise<string> {
  const data = {
    title: 'Le travail qu’on te promet',
    theme: 'Reconnaître une fausse offre de travail, garder ses papiers, savoir où appeler.',
    audience: ['diggers', 'migrants', 'communities'],
    channels: ['radio', 'theatre', 'social-media'],
    ...{ languages: ['fr', 'sw'], from: day, until: addDays(day, 30) },
    places: [{ province: 'XL1', territoire: 'XL102', place: 'Marchés de la rive' }],
  }
  return subjectOf(await stage.as('trainer').post('/api/campaigns', data))
}
export async function publishCampaign(stage: Stage, campaign: string): Promise<void> {
  const trainer = stage.as('trainer')
  const how = 'Deux lectures avec un groupe de parole de l’organisme partenaire (fictif)'
  for (const check of checks) subjectOf(await trainer.post(`/api/campaigns/${campaign}/checks`, { check, holds: true, how }))
  subjectOf(await trainer.post(`/api/campaigns/${campaign}/publication`, {}))
}
export const reachOf = (on: string) => [
  {
    ...{ kind: 'direct', on, channel: 'theatre', province: 'XL1' },
    counted: [
      { sex: 'woman', age: '18-24', persons: 137 },
      { sex: 'woman', age: '25-34', persons: 83 },
      { sex: 'man', age: '18-24', persons: 109 },
      { sex: 'man', age: '65-up', persons: 3 },
    ],
  },
  {
    ...{ kind: 'estimated', on, channel: 'radio', province: 'XL1', estimatedPersons: 41_009 },
    method: 'Part d’écoute d’une enquête de 2024 (fictive) × population adulte de la zone de diffusion.',
  },
  { kind: 'digital', on, channel: 'social-media', platform: 'Page de l’organisme (fictive)', impressions: 18_713, uniqueAccounts: 6211 },
]
export async function runCampaign(stage: Stage, day: string): Promise<string> {
  const campaign = await planCampaign(stage, day)
  const poster = { title: 'Affiche « Garde tes papiers »', language: 'fr', channel: 'theatre', file: await sendPaper(stage, 'trainer') }
  subjectOf(await stage.as('trainer').post(`/api/campaigns/${campaign}/materials`, poster))
  await publishCampaign(stage, campaign)
  const trainer = stage.as('trainer')
  for (const reach of reachOf(day)) subjectOf(await trainer.post(`/api/campaigns/${campaign}/reach`, reach))
  const question = 'Un recruteur ne doit jamais garder mes papiers.'
  const kap = { part: 'knowledge', question, on: day, asked: 120 }
  subjectOf(await trainer.post(`/api/campaigns/${campaign}/kap`, { ...kap, when: 'before', agreed: 61 }))
  subjectOf(await trainer.post(`/api/campaigns/${campaign}/kap`, { ...kap, when: 'after', agreed: 97 }))
  return campaign
}
