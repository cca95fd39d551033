/* Scenes of training, all invented: two sessions of two days in Lukanda with a dozen badges each, one of half a year ago with tests, certificates and two persons followed up. */
import { addDays } from '../../src/kernel/calendar.ts'
import { proposedItems } from '../../src/modules/outreach/domain/training/proposed-items.ts'
import { subjectOf } from './client.ts'
import { runCampaign } from './campaign-scenes.ts'
import type { Stage } from './stage.ts'

const categories = ['social-worker', 'medical', 'educator', 'recruitment-agent', 'local-police', 'company-rep'] as const
const others = ['judiciary', 'mines-service', 'cooperative', 'cso', 'media', 'local-authority'] as const
const ages = ['25-34', '35-49', '18-24', '35-49', '50-64', '25-34'] as const
/** Invented; they stand in the plain table and nowhere else. */
export const traineeNames = ['Espérance Mulonda Kabe', 'Didier Amani Lukusa', 'Rose Mwanza Mbuyu']
const items = proposedItems.slice(0, 6).map(({ id }) => id)

export async function writeCurriculum(stage: Stage): Promise<string> {
  const data = {
    title: { fr: 'Reconnaître et orienter les victimes présumées', en: 'Recognising and referring presumed victims' },
    modules: ['tip-concepts', 'identification', 'assistance', 'referral', 'prevention', 'data-protection'],
    halfDays: 4,
    aims: 'Deux jours pour les premiers intervenants autour des sites : signes, entretien sûr, orientation avec consentement.',
  }
  const item = {
    module: 'referral',
    question: { fr: 'Qui décide de l’orientation d’un adulte ?', en: 'Who decides on the referral of an adult?' },
    options: [
      { fr: 'la personne, informée', en: 'the person, once informed' },
      { fr: 'le chef du site', en: 'the head of the site' },
    ],
    correct: 0,
  }
  subjectOf(await stage.as('trainer').post('/api/training/items', item))
  return subjectOf(await stage.as('trainer').post('/api/training/curricula', data))
}
const halfDaysFrom = (day: string) => [day, addDays(day, 1)].flatMap((on) => (['am', 'pm'] as const).map((part) => ({ on, part })))

export async function planSession(
  stage: Stage,
  { curriculum, day, place }: { readonly curriculum: string; readonly day: string; readonly place: string },
): Promise<string> {
  const data = {
    ...{ curriculum, province: 'XL1', territoire: 'XL102', place, halfDays: halfDaysFrom(day), mode: 'on-site', language: 'fr' },
    trainers: ['Formatrice principale, organisme partenaire (fictif)', 'Magistrat du parquet de Lukanda (fonction)'],
    ...{ cost: { amount: 3400, currency: 'USD' }, items },
  }
  return subjectOf(await stage.as('trainer').post('/api/training/sessions', data))
}
export const participantsOf = (n: number, firstTime: 'yes' | 'no' = 'yes') =>
  Array.from({ length: n }, (_none, at) => ({
    ...{ badge: at + 1, category: [...categories, ...others][at % 12], sex: at % 5 < 2 ? 'man' : 'woman', age: ages[at % 6] },
    ...{ institution: `Service ${(at % 4) + 1} (fictif)`, province: 'XL1', disability: at === 4 ? 'yes' : 'no', firstTime },
  }))

/** Held half a year ago and closed: ten of twelve were there, everybody learned something, two were asked since. */
export async function holdTraining(
  stage: Stage,
  { curriculum, day }: { readonly curriculum: string; readonly day: string },
): Promise<string> {
  const trainer = stage.as('trainer')
  const session = await planSession(stage, { curriculum, day, place: 'Salle paroissiale de Lukanda' })
  const at = `/api/training/sessions/${session}`
  const participants = participantsOf(12).map((one, index) => ({
    ...one,
    ...(traineeNames[index] ? { person: { name: traineeNames[index], birthYear: 1980 + index } } : {}),
  }))
  subjectOf(await trainer.post(`${at}/participants`, { participants }))
  const sheets = (right: number) =>
    participants.map(({ badge }) => ({
      badge,
      answers: items.map((_item, place) => (place < right + (badge % 2) ? (proposedItems[place]?.correct ?? 0) : null)),
    }))
  subjectOf(await trainer.post(`${at}/tests`, { when: 'pre', sheets: sheets(2) }))
  return session
}
/** On the day after: attendance, the second test, certificates. */
export async function closeTraining(stage: Stage, session: string): Promise<void> {
  const trainer = stage.as('trainer')
  const at = `/api/training/sessions/${session}`
  const marks = participantsOf(12).flatMap(({ badge }) =>
    [0, 1, 2, 3].map((halfDay) => ({ badge, halfDay, present: badge < 11 || halfDay < 2 })),
  )
  subjectOf(await trainer.post(`${at}/attendance`, { marks }))
  const sheets = participantsOf(12).map(({ badge }) => ({
    badge,
    answers: items.map((_item, place) => (place < 4 + (badge % 3) ? (proposedItems[place]?.correct ?? 0) : null)),
  }))
  subjectOf(await trainer.post(`${at}/tests`, { when: 'post', sheets }))
  subjectOf(await trainer.post(`${at}/closing`, {}))
  subjectOf(await trainer.post(`${at}/certificates`, {}))
}
export async function followTraining(
  stage: Stage,
  { session, day: on }: { readonly session: string; readonly day: string },
): Promise<void> {
  const asked = async (badge: number, practice: string) =>
    void subjectOf(
      await stage.as('trainer').post(`/api/training/sessions/${session}/follow-ups`, {
        ...{ badge, practice, by: 'telephone', on, uses: practice === 'yes' ? ['identification', 'referral'] : [] },
      }),
    )
  await asked(1, 'yes')
  await asked(2, 'partly')
}
/** Going on: the first day is over, some came before, the second test is still to come. */
export async function teachNow(
  stage: Stage,
  { curriculum, day, former }: { readonly curriculum: string; readonly day: string; readonly former: string },
): Promise<string> {
  const trainer = stage.as('trainer')
  const session = await planSession(stage, { curriculum, day, place: 'Maison communale de Lukanda-Est' })
  const at = `/api/training/sessions/${session}`
  const participants = participantsOf(12).map((one) =>
    one.badge <= 2
      ? { ...one, firstTime: 'no', sameAs: { session: former, badge: one.badge } }
      : one.badge === 12
        ? { ...one, firstTime: 'no' }
        : one,
  )
  subjectOf(await trainer.post(`${at}/participants`, { participants }))
  const marks = participants.flatMap(({ badge }) => [0, 1].map((halfDay) => ({ badge, halfDay, present: badge !== 9 })))
  subjectOf(await trainer.post(`${at}/attendance`, { marks }))
  const sheets = participants.map(({ badge }) => ({
    badge,
    answers: items.map((_item, place) => (place < 1 + (badge % 4) ? (proposedItems[place]?.correct ?? 0) : null)),
  }))
  subjectOf(await trainer.post(`${at}/tests`, { when: 'pre', sheets }))
  await handInOtherwise(stage, session)
  return session
}
/** What was typed from paper says otherwise than a telephone: somebody has to look. */
async function handInOtherwise(stage: Stage, session: string): Promise<void> {
  const answers = items.map((_item, place) => (place < 5 ? (proposedItems[place]?.correct ?? 0) : null))
  const sheet = { when: 'pre', badge: 3, language: 'fr', items, answers }
  subjectOf(await stage.as('trainer').post(`/api/training/sessions/${session}/sheets`, sheet))
}

interface Scene {
  readonly on: number
  readonly play: (day: string) => Promise<void>
}
export function trainingScenes(stage: Stage): readonly Scene[] {
  const under = { curriculum: '', held: '' }
  return [
    { on: -201, play: async () => void (under.curriculum = await writeCurriculum(stage)) },
    { on: -200, play: async (day) => void (under.held = await holdTraining(stage, { curriculum: under.curriculum, day })) },
    { on: -198, play: () => closeTraining(stage, under.held) },
    { on: -120, play: async (day) => void (await runCampaign(stage, day)) },
    { on: -14, play: (day) => followTraining(stage, { session: under.held, day }) },
    { on: -1, play: async (day) => void (await teachNow(stage, { curriculum: under.curriculum, day, former: under.held })) },
  ]
}
